using System.Buffers.Binary;

namespace Compliance.Domain.Evidence;

/// <summary>
/// Recognises the kind of a file from its first bytes. A signature counts only at the very beginning: one further on, where some
/// programs look as well, would make the file valid as two kinds, and such a file is not recognised.
/// </summary>
public static class ContentRecognition
{
    /// <summary>The number of bytes needed; a shorter file is given as a whole.</summary>
    public const int HeadLength = 4096;

    /// <summary>PDF readers look for the header within this many bytes (ISO 32000-1, implementation note 13).</summary>
    private const int PdfSearch = 1024;

    private const int BoxHeader = 8;
    private const int BrandLength = 4;

    /// <summary>Still images of HEVC (ISO/IEC 23008-12): single, with more bits, multi-layer, scalable.</summary>
    private static readonly string[] heicBrands = ["heic", "heix", "heim", "heis"];

    /// <summary>Image files of any coding; the compatible brands name the coding.</summary>
    private static readonly string[] imageBrands = ["mif1", "mif2", "miaf"];

    private static readonly string[] avifBrands = ["avif", "avis", "avio"];

    /// <summary>MPEG-4, and the base formats that cameras declare (list of the registration authority, mp4ra.org).</summary>
    private static readonly string[] mp4Brands =
        ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mp71", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "hvc1"];

    /// <param name="head">The first <see cref="HeadLength"/> bytes.</param>
    public static ContentKind? Recognise(ReadOnlySpan<byte> head)
    {
        ContentKind? kind = IsJpeg(head) ? ContentKind.Jpeg
            : IsPng(head) ? ContentKind.Png
            : IsWebP(head) ? ContentKind.WebP
            : IsPdf(head) ? ContentKind.Pdf
            : OfBoxes(head);

        return kind is not null and not ContentKind.Pdf && head[..Math.Min(PdfSearch, head.Length)].IndexOf("%PDF-"u8) >= 0 ? null : kind;
    }

    /// <summary>The start-of-image marker, then a first segment with its length.</summary>
    private static bool IsJpeg(ReadOnlySpan<byte> head) =>
        head is [0xFF, 0xD8, 0xFF, >= 0xC0 and < 0xFF and not (>= 0xD0 and <= 0xD9), _, _, ..] && BinaryPrimitives.ReadUInt16BigEndian(head[4..]) >= 2;

    /// <summary>The signature, then the header of a picture with a size.</summary>
    private static bool IsPng(ReadOnlySpan<byte> head) =>
        head is [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n', ..]
        && head.Length >= 33
        && head.Slice(8, 8).SequenceEqual("\0\0\0\rIHDR"u8)
        && BinaryPrimitives.ReadInt32BigEndian(head[16..]) > 0
        && BinaryPrimitives.ReadInt32BigEndian(head[20..]) > 0;

    private static bool IsWebP(ReadOnlySpan<byte> head) =>
        head.Length >= 20
        && head.StartsWith("RIFF"u8)
        && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) >= 12
        && head.Slice(8, 7).SequenceEqual("WEBPVP8"u8)
        && head[15] is (byte)' ' or (byte)'L' or (byte)'X';

    private static bool IsPdf(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) && head.Length >= 8 && head[5] is >= (byte)'1' and <= (byte)'2' && head[6] == '.' && char.IsAsciiDigit((char)head[7]);

    /// <summary>ISO/IEC 14496-12: a first box <c>ftyp</c> with a major brand, a version, and compatible brands.</summary>
    private static ContentKind? OfBoxes(ReadOnlySpan<byte> head)
    {
        if (head.Length < BoxHeader + (2 * BrandLength) || !head.Slice(4, 4).SequenceEqual("ftyp"u8))
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(head);

        if (size < BoxHeader + (2 * BrandLength) || size > head.Length || size % BrandLength != 0)
        {
            return null;
        }

        var major = BrandAt(head, BoxHeader);
        var compatible = new List<string>();

        for (var index = BoxHeader + (2 * BrandLength); index < size; index += BrandLength)
        {
            compatible.Add(BrandAt(head, index));
        }

        return OfBrands(major, compatible);
    }

    /// <summary>A file that declares two kinds is not recognised.</summary>
    private static ContentKind? OfBrands(string major, List<string> compatible)
    {
        var isAvif = avifBrands.Contains(major) || compatible.Any(avifBrands.Contains);
        var isHeic = heicBrands.Contains(major) || (imageBrands.Contains(major) && compatible.Any(heicBrands.Contains));

        return isAvif ? null
            : isHeic ? ContentKind.Heic
            : mp4Brands.Contains(major) && !compatible.Any(heicBrands.Contains) ? ContentKind.Mp4
            : null;
    }

    private static string BrandAt(ReadOnlySpan<byte> head, int place) => System.Text.Encoding.Latin1.GetString(head.Slice(place, BrandLength));
}
