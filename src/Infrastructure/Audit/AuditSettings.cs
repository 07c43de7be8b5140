using Compliance.Application.Audit;
using Compliance.Domain.Audit;

namespace Compliance.Infrastructure.Audit;

/// <summary>Where the signing key of the audit comes from: a file or the environment, never the database.</summary>
/// <param name="Key">The private key in PEM, if the environment contains it.</param>
/// <param name="KeyFile">The file with the private key. A missing file is created, as long as nothing was sealed before.</param>
/// <param name="RetiredKeyFiles">The public keys of earlier seals.</param>
/// <param name="Interval">The interval at which new entries are sealed.</param>
public sealed record AuditSettings(string? Key, string KeyFile, IReadOnlyList<string> RetiredKeyFiles, TimeSpan Interval)
{
    /// <summary>Refuses invalid settings, and names the setting.</summary>
    public static AuditSettings Of(string? key, string? keyFile, IReadOnlyList<string> retired, bool isDevelopment, string dataPath, TimeSpan interval)
    {
        if (string.IsNullOrWhiteSpace(key) && string.IsNullOrWhiteSpace(keyFile) && !isDevelopment)
        {
            throw new InvalidOperationException(
                "Audit:KeyFile (or Audit:Key) is not set. Outside Development the key that seals the audit has its own place, away from the database.");
        }

        return new(
            string.IsNullOrWhiteSpace(key) ? null : key,
            string.IsNullOrWhiteSpace(keyFile) ? Path.Combine(dataPath, "audit-key.pem") : keyFile,
            retired,
            interval);
    }

    /// <param name="hasSeals">Whether there are checkpoints; if so, a missing key was lost and must not be replaced.</param>
    public AuditKeys Load(Func<bool> hasSeals)
    {
        List<SigningKey> retired = [.. RetiredKeyFiles.Select(file => SigningKey.FromPem(File.ReadAllText(file)))];

        if (Key is not null)
        {
            return new(PrivateKey(Key, "Audit:Key"), retired);
        }

        if (!File.Exists(KeyFile))
        {
            if (hasSeals())
            {
                throw new InvalidOperationException(
                    $"Audit:KeyFile '{KeyFile}' is missing, and the audit was sealed with it before. Restore it, or name a new one and list the old public key in Audit:RetiredKeyFiles.");
            }

            using var made = SigningKey.Create();
            PrivateFiles.CreateOnce(KeyFile, made.ToPem());
        }

        PrivateFiles.TryRestrictFile(KeyFile);

        return new(PrivateKey(File.ReadAllText(KeyFile), "Audit:KeyFile"), retired);
    }

    private static SigningKey PrivateKey(string pem, string setting)
    {
        var key = SigningKey.FromPem(pem);

        return key.CanSign ? key : throw new InvalidOperationException($"{setting} holds a public key; sealing needs the private one.");
    }
}
