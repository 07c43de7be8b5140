using System.Buffers.Binary;
using System.Text;

namespace Compliance.TestKit;

/// <summary>
/// Files of every kind that evidence can be: a beginning as the standards want it, then bytes that no reader needs.
/// Another number makes other bytes.
/// </summary>
public static class Samples
{
    private const int UsualFill = 500;

    /// <summary>What every scanner takes for a virus, by agreement (eicar.org). In two halves, so that none finds it in this source.</summary>
    public static string Eicar => @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public static byte[] Jpeg(int number, int fill = UsualFill) =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. Fill(number, fill), 0xFF, 0xD9];

    public static byte[] Png(int number) =>
        [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, .. Fill(number, UsualFill)];

    public static byte[] WebP(int number) => [.. "RIFF"u8, 0, 2, 0, 0, .. "WEBPVP8 "u8, 0xF4, 1, 0, 0, .. Fill(number, UsualFill)];

    public static byte[] Heic(int number) => [.. Boxes("heic", "mif1", "heic"), .. Fill(number, UsualFill)];

    public static byte[] Mp4(int number) => [.. Boxes("isom", "isom", "iso2", "avc1", "mp41"), .. Fill(number, UsualFill)];

    public static byte[] Avif(int number) => [.. Boxes("avif", "avif", "mif1"), .. Fill(number, UsualFill)];

    public static byte[] Pdf(int number, string text = "") => [.. "%PDF-1.7\n%"u8, .. Encoding.UTF8.GetBytes(text), .. Fill(number, UsualFill), .. "\n%%EOF\n"u8];

    /// <summary>The first box of ISO/IEC 14496-12.</summary>
    public static byte[] Boxes(string major, params string[] compatible)
    {
        var box = new byte[16 + (4 * compatible.Length)];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.Latin1.GetBytes($"ftyp{major}").CopyTo(box, 4);
        Encoding.Latin1.GetBytes(string.Concat(compatible)).CopyTo(box, 16);

        return box;
    }

    private static byte[] Fill(int number, int length)
    {
        var fill = new byte[length];
        new Random(number).NextBytes(fill);

        return fill;
    }
}
