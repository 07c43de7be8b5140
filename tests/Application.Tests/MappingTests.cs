using AutoMapper;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Application.Tests;

public sealed class MappingTests
{
    [Test]
    public void Every_projection_fills_every_field() =>
        UseCases.Services.GetRequiredService<IConfigurationProvider>().AssertConfigurationIsValid();

    [Test]
    public void Mappings_only_project()
    {
        var profiles = typeof(ApplicationServices).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Profile))).ToList();

        profiles.Should().NotBeEmpty().And.OnlyContain(type => type.IsSealed && !type.IsPublic && type.Name.EndsWith("Profile"));
    }
}
