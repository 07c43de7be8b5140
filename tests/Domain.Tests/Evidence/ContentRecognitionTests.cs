using System.Buffers.Binary;
using System.Text;
using Compliance.Domain.Evidence;

namespace Compliance.Domain.Tests.Evidence;

public sealed class ContentRecognitionTests
{
    private static readonly byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x10, .. "Exif\0\0"u8, .. new byte[20]];
    private static readonly byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 1, 2, 3, 4];
    private static readonly byte[] webp = [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0];
    private static readonly byte[] pdf = [.. "%PDF-1.4\n"u8];

    [Test]
    public void Each_kind_is_known_by_its_beginning() =>
        new[] { jpeg, png, webp, pdf, Boxes("heic", "mif1", "heic"), Boxes("isom", "mp41") }.Select(head => ContentRecognition.Recognise(head))
            .Should().Equal(ContentKind.Jpeg, ContentKind.Png, ContentKind.WebP, ContentKind.Pdf, ContentKind.Heic, ContentKind.Mp4);

    [TestCase("heic", "", ContentKind.Heic)]
    [TestCase("heix", "mif1", ContentKind.Heic)]
    [TestCase("heim", "mif1", ContentKind.Heic)]
    [TestCase("heis", "mif1", ContentKind.Heic)]
    [TestCase("mif1", "miaf,heic", ContentKind.Heic)]
    [TestCase("mif1", "miaf", null)]
    [TestCase("mif1", "avif", null)]
    [TestCase("mif1", "heic,avif", null)]
    [TestCase("avif", "mif1", null)]
    [TestCase("avis", "msf1", null)]
    [TestCase("heic", "avif", null)]
    [TestCase("isom", "iso2,avc1,mp41", ContentKind.Mp4)]
    [TestCase("mp42", "isom", ContentKind.Mp4)]
    [TestCase("M4V ", "isom", ContentKind.Mp4)]
    [TestCase("isom", "heic", null)]
    [TestCase("isom", "avif", null)]
    [TestCase("qt  ", "", null)]
    [TestCase("3gp4", "isom", null)]
    [TestCase("M4A ", "isom", null)]
    [TestCase("crx ", "isom", null)]
    [TestCase("jp2 ", "jp2 ", null)]
    [TestCase("\0\0\0\0", "", null)]
    public void Brands_tell_HEIC_from_MP4_and_both_from_the_rest(string major, string compatible, ContentKind? kind) =>
        ContentRecognition.Recognise(Boxes(major, compatible.Split(',', StringSplitOptions.RemoveEmptyEntries))).Should().Be(kind);

    [Test]
    public void A_beginning_that_is_cut_is_nothing()
    {
        foreach (var (whole, needed) in new[] { (jpeg, 6), (png, 33), (webp, 20), (pdf, 8), (Boxes("heic", "mif1", "heic"), 24), (Boxes("isom", "mp41"), 20) })
        {
            for (var length = 0; length < needed; length++)
            {
                ContentRecognition.Recognise(whole.AsSpan(0, length)).Should().BeNull("{0} of {1} bytes", length, needed);
            }

            ContentRecognition.Recognise(whole.AsSpan(0, needed)).Should().NotBeNull();
        }
    }

    [Test]
    public void A_box_that_lies_about_its_length_is_nothing()
    {
        foreach (var size in new uint[] { 0, 1, 8, 15, 17, 19, 21, 24, 4_096, uint.MaxValue })
        {
            var box = Boxes("isom", "mp41");
            BinaryPrimitives.WriteUInt32BigEndian(box, size);

            ContentRecognition.Recognise(box).Should().BeNull("{0}", size);
        }
    }

    [Test]
    public void What_begins_otherwise_is_nothing()
    {
        foreach (var text in new[]
        {
            "", "a", "<html>", "<?xml version=\"1.0\"?><svg/>", "GIF89a", "PK\u0003\u0004", "MZ", "#!/bin/sh\n", "BM", "II*\0", " %PDF-1.7", "\n%PDF-1.7", "%PDF-", "%PDF-x.y", "%PDF-3.0",
            "%PDF-1,7", "%pdf-1.7", "\ufeff%PDF-1.7", "RIFF\u0024\0\0\0WAVEfmt ", "RIFF\u0024\0\0\0WEBPVP9 \0\0\0\0", "\0\0\0\u0018ftyp", "\u001aE\u07A3", "ID3", "OggS",
        })
        {
            ContentRecognition.Recognise(Encoding.UTF8.GetBytes(text)).Should().BeNull("{0}", text);
        }
    }

    [Test]
    public void A_picture_without_a_size_or_a_segment_is_nothing()
    {
        var flat = png.ToArray();
        flat[19] = 0;
        ContentRecognition.Recognise(flat).Should().BeNull();
        ContentRecognition.Recognise([0xFF, 0xD8, 0xFF, 0xD9, 0, 16, 0, 0]).Should().BeNull("its first segment is its end");
        ContentRecognition.Recognise([0xFF, 0xD8, 0xFF, 0x00, 0, 16, 0, 0]).Should().BeNull();
        ContentRecognition.Recognise([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0]).Should().BeNull("a segment counts its own length");
    }

    /// <summary>Readers of PDF look for its header in the first 1,024 bytes, whatever stands before it.</summary>
    [TestCase(100, true)]
    [TestCase(1_019, true)]
    [TestCase(1_020, false)]
    public void What_is_two_things_at_once_is_nothing(int place, bool isTwo)
    {
        foreach (var head in new[] { jpeg, png, webp, Boxes("heic", "heic"), Boxes("isom", "mp41") })
        {
            var two = new byte[2_048];
            head.CopyTo(two, 0);
            "%PDF-1.7"u8.CopyTo(two.AsSpan(place));

            (ContentRecognition.Recognise(two) is null).Should().Be(isTwo);
        }
    }

    [TestCase(ContentKind.Jpeg, "image/jpeg", "foto.jpg", null)]
    [TestCase(ContentKind.Jpeg, "IMAGE/JPEG", "FOTO.JPEG", null)]
    [TestCase(ContentKind.Jpeg, null, null, null)]
    [TestCase(ContentKind.Jpeg, "application/octet-stream", "foto", null)]
    [TestCase(ContentKind.Jpeg, null, "foto 2026.05.31", null)]
    [TestCase(ContentKind.Jpeg, null, "foto.", null)]
    [TestCase(ContentKind.Jpeg, "image/png", "foto.jpg", "image/png")]
    [TestCase(ContentKind.Jpeg, "image/jpeg", "foto.png", "foto.png")]
    [TestCase(ContentKind.Jpeg, null, "foto.jpg.exe", "foto.jpg.exe")]
    [TestCase(ContentKind.Pdf, "text/html", "a.pdf", "text/html")]
    [TestCase(ContentKind.Heic, "image/heif", "a.heif", null)]
    [TestCase(ContentKind.Mp4, "video/quicktime", "a.mp4", "video/quicktime")]
    public void What_contradicts_the_content_is_named(ContentKind kind, string? mediaType, string? fileName, string? contradiction) =>
        kind.Contradiction(mediaType, fileName).Should().Be(contradiction);

    private static byte[] Boxes(string major, params string[] compatible)
    {
        var box = new byte[16 + (4 * compatible.Length)];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.Latin1.GetBytes($"ftyp{major}").CopyTo(box, 4);
        Encoding.Latin1.GetBytes(string.Concat(compatible)).CopyTo(box, 16);

        return box;
    }
}
