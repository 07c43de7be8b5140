using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Identity;

/// <summary>Encrypts what is secret in a key of token protection before it is stored.</summary>
internal sealed class KeyEncryptor(ProtectionSecrets secrets) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(secrets.Current.Encrypt(plaintextElement), typeof(KeyDecryptor));
}

/// <summary>The name of this type is stored with every key: it must not be renamed. Data protection creates it by that name.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<ProtectionSecrets>().Decrypt(encryptedElement);
}
