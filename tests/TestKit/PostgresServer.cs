using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace Compliance.TestKit;

/// <summary>
/// The PostgreSQL server of a test process: the one that <c>COMPLIANCE_TEST_POSTGRES</c> names, else one of
/// its own in a temporary directory, where PostgreSQL is installed. With <c>COMPLIANCE_REQUIRE_POSTGRES=1</c>
/// a server that cannot be had is an error; otherwise fixtures skip, with <see cref="WhyNot"/> as the reason.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string ServerVariable = "COMPLIANCE_TEST_POSTGRES";
    public const string RequiredVariable = "COMPLIANCE_REQUIRE_POSTGRES";

    private const int MostPortsTried = 5;

    /// <summary>
    /// The keeper owns the server from initdb to deletion. It lives as long as its standard input: the pipe ends
    /// with the test process, however that ends (test runners kill their host a moment after the last test), and
    /// then the keeper stops the server and deletes its directory. Signals meant for the tests do not reach it. The data lies in memory
    /// (/dev/shm) if there is room: making and dropping a database is hundreds of files, which costs a disk more than all queries.
    /// </summary>
    private const string Keeper = """
        trap '' HUP INT TERM
        bin=$1
        folder=${TMPDIR:-/tmp}
        free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
        if [ "${free:-0}" -gt $((1024 * 1024)) ]; then folder=/dev/shm; fi
        home=$(mktemp -d "$folder/compliance-postgres.XXXXXX" 2>/dev/null || mktemp -d /tmp/compliance-postgres.XXXXXX) || exit 1
        cleanup() { rm -rf "$home"; }
        trap cleanup EXIT
        create() { "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale="$1" --no-sync >"$home/log" 2>&1; }
        create C.UTF-8 || create C || { cat "$home/log" >&2; exit 1; }
        cat >>"$home/data/postgresql.conf" <<CONF
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 200
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        autovacuum = off
        jit = off
        shared_buffers = 256MB
        max_wal_size = 512MB
        checkpoint_timeout = 1h
        CONF
        echo created
        started=
        while [ -z "$started" ] && read -r port; do
          if "$bin/pg_ctl" -D "$home/data" -l "$home/log" -o "-p $port" -w -t 60 start >/dev/null 2>&1
          then started=1; echo started
          else tail -n 3 "$home/log" | tr '\n' ' '; echo
          fi
        done
        exec >/dev/null 2>&1
        cat
        "$bin/pg_ctl" -D "$home/data" -m immediate -w -t 30 stop
        """;

    private static readonly Lazy<Task<PostgresServer?>> shared = new(StartShared);

    private readonly string administration;
    private readonly Process? keeper;
    private readonly ConcurrentDictionary<string, bool> databases = new();
    private readonly Lock gate = new();
    private Task dropping = Task.CompletedTask;
    private bool disposed;

    private PostgresServer(string administration, Process? keeper)
    {
        this.administration = administration;
        this.keeper = keeper;
    }

    /// <summary>Why <see cref="Shared"/> found no server; null while it has not looked, or once it has one.</summary>
    public static string? WhyNot { get; private set; }

    /// <summary>The one server of this process, started by the first caller, or nothing (see <see cref="WhyNot"/>).</summary>
    public static Task<PostgresServer?> Shared() => shared.Value;

    /// <summary>Whether anybody has asked for the server.</summary>
    public static bool IsStarted => shared.IsValueCreated;

    /// <summary>Makes a database under a fresh name and returns the connection string to it.</summary>
    /// <param name="template">A database to copy, by name or connection string; whoever is connected to it is thrown out.</param>
    public async Task<string> CreateDatabase(string? template = null)
    {
        var name = $"compliance_test_{Guid.NewGuid():N}";
        databases[name] = true;
        await using var connection = await Open();

        if (template is null)
        {
            await Execute(connection, $"CREATE DATABASE \"{name}\"");
        }
        else
        {
            var source = NameOf(template);
            await Execute(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", source);
            await Execute(connection, $"CREATE DATABASE \"{name}\" TEMPLATE \"{source}\"");
        }

        return new NpgsqlConnectionStringBuilder(administration) { Database = name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <param name="database">By name or connection string; open connections do not keep it.</param>
    public async Task DropDatabase(string database)
    {
        var name = NameOf(database);
        await using var connection = await Open();
        await Execute(connection, $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        databases.TryRemove(name, out _);
    }

    /// <summary>Drops it soon, one after the other: no test waits for that.</summary>
    public void DropInBackground(string database)
    {
        lock (gate)
        {
            dropping = DropAfter(dropping, database);
        }
    }

    /// <summary>Ends when all are dropped that were to be; fails where one could not be.</summary>
    public Task Dropped()
    {
        lock (gate)
        {
            return dropping;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;

        if (keeper is not null)
        {
            keeper.StandardInput.Close();
            await keeper.WaitForExitAsync();
            keeper.Dispose();

            return;
        }

        foreach (var database in databases.Keys)
        {
            await DropDatabase(database);
        }
    }

    private static async Task<PostgresServer?> StartShared()
    {
        var server = await Start();

        if (server is null)
        {
            return Environment.GetEnvironmentVariable(RequiredVariable) == "1"
                ? throw new InvalidOperationException($"{RequiredVariable} is set, but there is no PostgreSQL: {WhyNot}")
                : null;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();

        return server;
    }

    private static async Task<PostgresServer?> Start()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } named)
        {
            return await Connect(named);
        }

        if (OperatingSystem.IsWindows())
        {
            WhyNot = $"{ServerVariable} names no server, and on Windows the tests start none of their own.";

            return null;
        }

        if (BinariesFolder() is not { } binaries)
        {
            WhyNot = $"{ServerVariable} names no server, and initdb and pg_ctl were found nowhere.";

            return null;
        }

        return await Launch(binaries);
    }

    /// <summary>A server that was named is meant to be there: failing to reach it is an error, not a reason to skip.</summary>
    private static async Task<PostgresServer> Connect(string connectionString)
    {
        var server = new PostgresServer(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString, null);
        await using var connection = await server.Open();

        return server;
    }

    private static async Task<PostgresServer?> Launch(string binaries)
    {
        var keeper = Process.Start(KeeperOf(binaries))!;
        var errors = keeper.StandardError.ReadToEndAsync();
        var answer = await keeper.StandardOutput.ReadLineAsync();

        for (var tried = 0; answer is not null && tried < MostPortsTried; tried++)
        {
            var port = FreePort();
            await keeper.StandardInput.WriteLineAsync(port.ToString(CultureInfo.InvariantCulture));
            await keeper.StandardInput.FlushAsync();
            answer = await keeper.StandardOutput.ReadLineAsync();

            if (answer == "started")
            {
                return new(AdministrationOf(port), keeper);
            }
        }

        keeper.StandardInput.Close();
        WhyNot = $"PostgreSQL in {binaries} did not start: {answer ?? (await errors).Trim()}";

        return null;
    }

    /// <summary>PostgreSQL refuses to run as root, so root hands the keeper to the account that the package made.</summary>
    private static ProcessStartInfo KeeperOf(string binaries)
    {
        string[] command = ["sh", "-c", Keeper, "compliance-postgres", binaries];

        if (Environment.IsPrivilegedProcess)
        {
            command = ["runuser", "-u", "postgres", "--", .. command];
        }

        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string? BinariesFolder()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

        // Newest version first: the longer number, then the larger.
        return path
            .Concat(Versions("/usr/lib/postgresql", "*"))
            .Append("/usr/local/pgsql/bin")
            .Append("/opt/homebrew/bin")
            .Concat(Versions("/opt/homebrew/opt", "postgresql@*"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static IEnumerable<string> Versions(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, pattern)
            .OrderByDescending(version => version.Length)
            .ThenByDescending(version => version, StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
        : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string AdministrationOf(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Database = "postgres",
        Pooling = false,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private static string NameOf(string database) => database.Contains('=', StringComparison.Ordinal)
        ? new NpgsqlConnectionStringBuilder(database).Database!
        : database;

    private static async Task Execute(NpgsqlConnection connection, string sql, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);

        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    private async Task DropAfter(Task others, string database)
    {
        await others;
        await DropDatabase(database);
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(administration);
        await connection.OpenAsync();

        return connection;
    }
}
