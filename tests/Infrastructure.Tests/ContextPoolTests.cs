using Compliance.Application.Common;
using Compliance.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ContextPoolTests(string provider)
{
    /// <summary>One context in two hands reads with the rights of whoever was second, and writes what neither meant.</summary>
    [Test]
    public async Task A_context_that_was_given_back_is_never_handed_to_two_at_once()
    {
        await using var database = await TestDatabase.Migrated(provider);
        await using var program = database.Program();

        var first = program.CreateAsyncScope();

        // A scope disposes of a service once for each name it was asked under; between two of these, another scope may come.
        await first.ServiceProvider.GetRequiredService<ComplianceDbContext>().DisposeAsync();
        await using var one = program.CreateAsyncScope();
        var held = one.ServiceProvider.GetRequiredService<IComplianceDb>();
        await first.DisposeAsync();
        await using var other = program.CreateAsyncScope();

        held.Should().NotBeSameAs(other.ServiceProvider.GetRequiredService<IComplianceDb>());
        held.Should().BeSameAs(one.ServiceProvider.GetRequiredService<ComplianceDbContext>());
    }
}
