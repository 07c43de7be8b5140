using System.Linq.Expressions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>A service that is offered at a counter.</summary>
/// <param name="CostRupiah">0 if it is free of charge.</param>
public sealed record CounterServiceInput(string? Name, int? DurationMinutes, long? CostRupiah, IReadOnlyList<string?>? Requirements)
{
    internal static IReadOnlyList<CounterService> ToServices(IReadOnlyList<CounterServiceInput>? services) =>
        [.. (services ?? []).Select(each => new CounterService(each.Name!, each.DurationMinutes!.Value, each.CostRupiah!.Value, [.. (each.Requirements ?? []).OfType<string>()]))];
}

internal static class CounterServiceRules
{
    public static void Services<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<CounterServiceInput>?>> services)
    {
        validator.RuleFor(services).AtMost(CounterService.Most);
        validator.RuleFor(services).ForEach(each => each.Required().ChildRules(Check));
    }

    private static void Check(InlineValidator<CounterServiceInput> service)
    {
        service.RuleFor(each => each.Name).Required().Text(PlainText.NameLength);
        service.RuleFor(each => each.DurationMinutes).Required().Within(1, CounterService.MostMinutes);
        service.RuleFor(each => each.CostRupiah).Required().Within(0, CounterService.MostRupiah);
        service.RuleFor(each => each.Requirements).AtMost(CounterService.Most);
        service.RuleForEach(each => each.Requirements).Required();
        service.RuleForEach(each => each.Requirements).Text(PlainText.NameLength);
    }
}
