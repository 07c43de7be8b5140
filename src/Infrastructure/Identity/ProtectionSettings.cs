using System.Security.Cryptography;
using Compliance.Infrastructure.Audit;

namespace Compliance.Infrastructure.Identity;

/// <summary>Where the key comes from that encrypts the keys of token protection in the database: a file or the environment, never the database.</summary>
/// <param name="Key">32 bytes in base64, if the environment contains them.</param>
/// <param name="KeyFile">The file with the same content. A missing file is created, as long as nothing was encrypted before.</param>
/// <param name="RetiredKeyFiles">Earlier keys: what they encrypted is encrypted again with the current one.</param>
public sealed record ProtectionSettings(string? Key, string KeyFile, IReadOnlyList<string> RetiredKeyFiles)
{
    private const string FileName = "protection.key";

    /// <summary>By default the file lies beside that of the audit. Refuses invalid settings, and names the setting.</summary>
    public static ProtectionSettings Of(string? key, string? keyFile, IReadOnlyList<string> retired, AuditSettings audit, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(key) && string.IsNullOrWhiteSpace(keyFile) && audit.Key is not null && !isDevelopment)
        {
            throw new InvalidOperationException(
                "Protection:KeyFile (or Protection:Key) is not set. It would lie beside Audit:KeyFile, but the audit's key comes from the environment.");
        }

        return new(
            string.IsNullOrWhiteSpace(key) ? null : key,
            string.IsNullOrWhiteSpace(keyFile) ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(audit.KeyFile))!, FileName) : keyFile,
            retired);
    }

    /// <param name="isInUse">Whether stored keys are encrypted; if so, a missing key was lost and must not be replaced.</param>
    internal ProtectionSecrets Load(Func<bool> isInUse)
    {
        List<ProtectionSecret> retired = [.. RetiredKeyFiles.Select(file => ProtectionSecret.Of(File.ReadAllText(file), $"Protection:RetiredKeyFiles '{file}'"))];

        if (Key is not null)
        {
            return new(ProtectionSecret.Of(Key, "Protection:Key"), retired);
        }

        if (!File.Exists(KeyFile))
        {
            if (isInUse())
            {
                throw new InvalidOperationException(
                    $"Protection:KeyFile '{KeyFile}' is missing, and the keys of sessions and authenticators were encrypted with it before. Restore it, or copy it from another instance.");
            }

            PrivateFiles.CreateOnce(KeyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(ProtectionSecret.Bytes)));
        }

        PrivateFiles.TryRestrictFile(KeyFile);

        return new(ProtectionSecret.Of(File.ReadAllText(KeyFile), $"Protection:KeyFile '{KeyFile}'"), retired);
    }
}
