using System.Linq.Expressions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>What is offered at a counter.</summary>
/// <param name="CostRupiah">0 where it is free.</param>
public sealed record CounterServiceInput(string? Name, int? DurationMinutes, long? CostRupiah, IReadOnlyList<string?>? Requirements)
{
    internal static IReadOnlyList<CounterService> ToServices(IReadOnlyList<CounterServiceInput>? services) =>
        [.. (services ?? []).Select(each => new CounterService(each.Name!, each.DurationMinutes!.Value, each.CostRupiah!.Value, [.. (each.Requirements ?? []).OfType<string>()]))];
}

internal static class CounterServiceRules
{
    public static void Services<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<CounterServiceInput>?>> services)
    {
        validator.RuleFor(services).Must(given => given is not { Count: > CounterService.Most }).WithErrorCode("tooMany");
        validator.RuleFor(services).ForEach(each => each.NotNull().WithErrorCode("required").ChildRules(Check));
    }

    private static void Check(InlineValidator<CounterServiceInput> service)
    {
        service.RuleFor(each => each.Name).NotEmpty().WithErrorCode("required");
        service.RuleFor(each => each.Name).Text(PlainText.NameLength);
        service.RuleFor(each => each.DurationMinutes).NotNull().WithErrorCode("required");
        service.RuleFor(each => each.DurationMinutes).InclusiveBetween(1, CounterService.MostMinutes).WithErrorCode("malformedValue");
        service.RuleFor(each => each.CostRupiah).NotNull().WithErrorCode("required");
        service.RuleFor(each => each.CostRupiah).InclusiveBetween(0, CounterService.MostRupiah).WithErrorCode("malformedValue");
        service.RuleFor(each => each.Requirements).Must(given => given is not { Count: > CounterService.Most }).WithErrorCode("tooMany");
        service.RuleForEach(each => each.Requirements).NotEmpty().WithErrorCode("required");
        service.RuleForEach(each => each.Requirements).Text(PlainText.NameLength);
    }
}
