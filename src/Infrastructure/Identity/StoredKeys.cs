using System.Data.Common;
using System.Security.Cryptography;
using System.Xml.Linq;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Identity;

/// <summary>
/// At every start: keys of token protection that were stored in clear, or encrypted with a retired key, are encrypted with the current one. A key that
/// cannot be decrypted fails the start, because data protection would silently replace it, and with it all sessions and authenticators.
/// </summary>
internal static class StoredKeys
{
    /// <summary>The format of data protection: secrets are marked, and replaced by this element where they are encrypted.</summary>
    private static readonly XNamespace format = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName mark = format + "requiresEncryption";
    private static readonly XName encryptedSecret = format + "encryptedSecret";
    private static readonly XName decryptorType = "decryptorType";

    /// <summary>Reads with plain SQL, so that a warm start needs no model (decision 0004).</summary>
    /// <exception cref="CryptographicException">A key was encrypted with a key that is not here.</exception>
    public static async Task Encrypt(StorageSettings settings, ProtectionSecrets secrets, CancellationToken cancellationToken)
    {
        await using var connection = settings.Connect();
        await connection.OpenAsync(cancellationToken);

        foreach (var (name, xml) in await Read(connection, cancellationToken))
        {
            if (Encrypted(xml, secrets) is { } better)
            {
                await Replace(connection, name, xml, better, cancellationToken);
            }
        }
    }

    /// <summary>Whether any stored key is encrypted by this program.</summary>
    public static bool AreEncrypted(ComplianceDbContext db) => db.ProtectionKeys.Any(key => key.Xml.Contains(nameof(KeyDecryptor)));

    /// <returns>Null if it can stay as it is.</returns>
    private static string? Encrypted(string xml, ProtectionSecrets secrets)
    {
        var key = XElement.Parse(xml);
        var changes = false;

        foreach (var secret in key.Descendants(encryptedSecret).Where(IsOurs).ToList())
        {
            var content = secret.Elements().Single();
            var plain = secrets.Decrypt(content);

            if ((string?)content.Attribute(ProtectionSecret.KeyId) != secrets.Current.Id)
            {
                content.ReplaceWith(secrets.Current.Encrypt(plain));
                changes = true;
            }
        }

        foreach (var plain in key.Descendants().Where(each => (bool?)each.Attribute(mark) == true).ToList())
        {
            plain.ReplaceWith(new XElement(
                encryptedSecret, new XAttribute(decryptorType, typeof(KeyDecryptor).AssemblyQualifiedName!), secrets.Current.Encrypt(plain)));
            changes = true;
        }

        if (changes)
        {
            key.DescendantNodes().OfType<XComment>().Remove();
        }

        return changes ? key.ToString(SaveOptions.DisableFormatting) : null;
    }

    private static bool IsOurs(XElement secret) =>
        ((string?)secret.Attribute(decryptorType))?.StartsWith($"{typeof(KeyDecryptor).FullName},", StringComparison.Ordinal) == true;

    private static async Task<IReadOnlyList<(string Name, string Xml)>> Read(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, xml FROM protection_keys";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<(string, string)> found = [];

        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    private static async Task Replace(DbConnection connection, string name, string before, string after, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE protection_keys SET xml = @after WHERE name = @name AND xml = @before";

        foreach (var (parameter, value) in new[] { ("name", name), ("before", before), ("after", after) })
        {
            var made = command.CreateParameter();
            (made.ParameterName, made.Value) = (parameter, value);
            command.Parameters.Add(made);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
