using Npgsql;

namespace Compliance.Infrastructure.Tests;

/// <summary>What the program adds to the connection that an operator names.</summary>
public sealed class PostgresConnectionTests
{
    [Test]
    public void Statements_are_prepared_and_connections_not_reset()
    {
        var connection = Of("Host=db;Database=compliance;Username=u;Password=p w");

        (connection.MaxAutoPrepare, connection.NoResetOnClose, connection.Host, connection.Password).Should().Be((100, true, "db", "p w"));
    }

    [Test]
    public void What_the_operator_says_stays()
    {
        var connection = Of("Host=db;Max Auto Prepare=0;No Reset On Close=false");

        (connection.MaxAutoPrepare, connection.NoResetOnClose).Should().Be((0, false));
    }

    private static NpgsqlConnectionStringBuilder Of(string connection) =>
        new(StorageSettings.Of("postgresql", connection, "data", "shipped", demo: false, isDevelopment: false, TimeSpan.FromSeconds(1)).ConnectionString);
}
