using System.Security.Cryptography;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Compliance.Infrastructure.Identity;

/// <summary>A hash like everybody's, of a password that nobody has.</summary>
internal sealed class NobodysHash(IOptions<PasswordHasherOptions> hashing)
{
    public string Value { get; } =
        new PasswordHasher<Credential>(hashing).HashPassword(new(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
}
