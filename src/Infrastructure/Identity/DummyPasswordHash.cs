using System.Security.Cryptography;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Compliance.Infrastructure.Identity;

/// <summary>The hash of a random password, verified for accounts that do not exist so that the response takes as long as for the others.</summary>
internal sealed class DummyPasswordHash(IOptions<PasswordHasherOptions> hashing)
{
    public string Value { get; } =
        new PasswordHasher<Credential>(hashing).HashPassword(new(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
}
