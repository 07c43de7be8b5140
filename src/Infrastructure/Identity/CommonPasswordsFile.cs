using System.Collections.Frozen;
using Compliance.Domain.Passwords;

namespace Compliance.Infrastructure.Identity;

/// <summary>The list of common passwords that ships with the program.</summary>
internal static class CommonPasswordsFile
{
    public static PasswordRules Load(string shippedPath) =>
        new(File.ReadLines(Path.Combine(shippedPath, "passwords", "common.txt")).ToFrozenSet(StringComparer.Ordinal));
}
