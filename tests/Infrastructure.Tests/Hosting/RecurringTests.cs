using System.Threading.Channels;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Infrastructure.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Tests.Hosting;

public sealed class RecurringTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Channel<(string Request, CallerKind Caller)> sent = Channel.CreateUnbounded<(string, CallerKind)>();
    private readonly Channel<(LogLevel Level, string Message)> logged = Channel.CreateUnbounded<(LogLevel, string)>();
    private readonly Dictionary<string, Exception> failures = [];
    private readonly ManualClock clock = new(Start);

    private ServiceProvider program = null!;

    [TearDown]
    public async Task Stop()
    {
        foreach (var work in program.GetServices<IHostedService>())
        {
            await work.StopAsync(CancellationToken.None);
        }

        await program.DisposeAsync();
        failures.Clear();
        (sent.Reader.Count, logged.Reader.Count).Should().Be((0, 0), "each test reads all that happens");
    }

    [Test]
    public async Task A_request_is_sent_at_every_interval_on_behalf_of_the_program()
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some")));

        timer.Elapse();
        (await Sent()).Should().Be(("some", CallerKind.Program));
        timer.Elapse();
        (await Sent()).Should().Be(("some", CallerKind.Program));
    }

    [Test]
    public async Task Nothing_is_sent_before_the_program_is_ready()
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some")), isReady: false);

        timer.Elapse();
        program.GetRequiredService<Readiness>().Declare();
        timer.Elapse();

        // One for the interval after it became ready; what was sent before would be left over, which the end of each test refuses.
        await Sent();
    }

    [Test]
    public async Task Several_requests_recur_beside_each_other()
    {
        var first = await Run(services => services.AddRecurring(Interval, new Sweep("first")).AddRecurring(Interval * 2, new Sweep("second")));
        var second = await clock.NextTimer();

        first.Elapse();
        second.Elapse();

        new[] { (await Sent()).Request, (await Sent()).Request }.Should().BeEquivalentTo("first", "second");
    }

    [Test]
    public async Task A_lost_race_is_no_problem_and_the_request_is_sent_again()
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some")));
        failures["some"] = new DomainException(ConcurrencyErrors.ChangedMeanwhile);

        timer.Elapse();
        await Sent();
        (await Logged()).Should().Be((LogLevel.Debug, "Sweep: another instance was faster."));

        failures.Clear();
        timer.Elapse();
        await Sent();
    }

    [TestCase(typeof(TimeoutException))]
    [TestCase(typeof(IOException))]
    public async Task An_outage_is_a_warning_and_the_request_is_sent_again(Type outage)
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some"), isOutage: problem => problem is IOException));
        failures["some"] = (Exception)Activator.CreateInstance(outage)!;

        timer.Elapse();
        await Sent();
        (await Logged()).Should().Be((LogLevel.Warning, "Sweep is not possible now. It is tried again at the next interval."));

        failures.Clear();
        timer.Elapse();
        await Sent();
    }

    [TestCase(typeof(IOException))]
    [TestCase(typeof(InvalidOperationException))]
    [TestCase(typeof(OperationCanceledException))]
    [TestCase(typeof(AggregateException))]
    public async Task Any_other_failure_is_an_error_once_an_interval_and_the_work_goes_on(Type failure)
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some")));
        failures["some"] = (Exception)Activator.CreateInstance(failure)!;

        for (var count = 0; count < 2; count++)
        {
            timer.Elapse();
            await Sent();
            (await Logged()).Should().Be((LogLevel.Error, "Sweep failed. It is tried again at the next interval."));
        }

        failures.Clear();
        timer.Elapse();
        await Sent();
    }

    [Test]
    public async Task Several_failures_are_an_outage_if_each_of_them_is_one()
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some"), isOutage: problem => problem is IOException));
        failures["some"] = new AggregateException(new IOException(), new TimeoutException());
        timer.Elapse();
        await Sent();
        (await Logged()).Level.Should().Be(LogLevel.Warning);

        failures["some"] = new AggregateException(new IOException(), new InvalidOperationException());
        timer.Elapse();
        await Sent();
        (await Logged()).Level.Should().Be(LogLevel.Error);
    }

    [Test]
    public async Task Another_request_takes_its_turn_first_and_then_once_a_day()
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some"), instead: (TimeSpan.FromDays(1), new Sweep("all"))));
        List<string> requests = [];

        for (var count = 0; count < 6; count++)
        {
            timer.Elapse();
            requests.Add((await Sent()).Request);
        }

        requests.Should().Equal("all", "some", "some", "some", "all", "some");
    }

    [Test]
    public async Task The_other_request_keeps_its_turn_until_it_succeeds()
    {
        var timer = await Run(services => services.AddRecurring(Interval, new Sweep("some"), instead: (TimeSpan.FromDays(1), new Sweep("all"))));
        failures["all"] = new TimeoutException();

        timer.Elapse();
        (await Sent()).Request.Should().Be("all");
        (await Logged()).Level.Should().Be(LogLevel.Warning);
        failures.Clear();
        timer.Elapse();
        (await Sent()).Request.Should().Be("all");
        timer.Elapse();
        (await Sent()).Request.Should().Be("some");
    }

    /// <returns>The timer of the first work.</returns>
    private async Task<ManualClock.Timer> Run(Action<IServiceCollection> add, bool isReady = true)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new LogChannel(logged.Writer)));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<Readiness>();
        services.AddScoped<RequestContext>();
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient<IRequestHandler<Sweep, int>>(provider => new SweepHandler(provider.GetRequiredService<RequestContext>(), sent.Writer, failures));
        add(services);
        program = services.BuildServiceProvider();

        if (isReady)
        {
            program.GetRequiredService<Readiness>().Declare();
        }

        ManualClock.Timer? first = null;

        foreach (var work in program.GetServices<IHostedService>())
        {
            await work.StartAsync(CancellationToken.None);
            first ??= await clock.NextTimer();
        }

        return first!;
    }

    private async Task<(string Request, CallerKind Caller)> Sent() => await sent.Reader.ReadAsync(Patience());

    private async Task<(LogLevel Level, string Message)> Logged() => await logged.Reader.ReadAsync(Patience());

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    private sealed record Sweep(string What) : IRequest<int>;

    private sealed class SweepHandler(RequestContext context, ChannelWriter<(string, CallerKind)> sent, Dictionary<string, Exception> failures)
        : IRequestHandler<Sweep, int>
    {
        public Task<int> Handle(Sweep request, CancellationToken cancellationToken)
        {
            var failure = failures.GetValueOrDefault(request.What);
            sent.TryWrite((request.What, context.Caller.Kind));

            return failure is null ? Task.FromResult(0) : Task.FromException<int>(failure);
        }
    }

    private sealed class LogChannel(ChannelWriter<(LogLevel, string)> writer) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            writer.TryWrite((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
