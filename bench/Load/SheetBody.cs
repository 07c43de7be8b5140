using System.Globalization;
using System.Text;

namespace Compliance.Bench.Load;

/// <summary>A full sheet as JSON, formatted anew for every request, and what a good answer to it looks like.</summary>
internal abstract class SheetBody
{
    public const int Answers = 100;

    /// <summary>One answer in so many has a remark.</summary>
    private const int RemarkEvery = 16;

    /// <summary>Room enough for any body.</summary>
    public const int Room = 1 << 16;

    protected const string Remark = "Catatan penilai untuk indikator";

    /// <param name="put">The how-manieth put of this sheet it is, from 1: every value differs from the one before.</param>
    public abstract int Write(Span<byte> room, int sheet, int put, Random chance);

    public abstract int Value(int sheet, int put, int place);

    public abstract bool IsGood(int status, ReadOnlySpan<byte> answer, int put);

    public int Points(int sheet, int put) => put == 0 ? 0 : Enumerable.Range(0, Answers).Sum(index => Value(sheet, put, index));

    protected static bool HasRemark(int place) => place % RemarkEvery == 0;
}

/// <summary>What the product takes: a new id for each answer, the version seen, when and by which device.</summary>
internal sealed class ProductBody : SheetBody
{
    private const int Levels = 5;
    private const int IdBytes = 16;

    private readonly byte[][] afterTime;

    public ProductBody(IReadOnlyList<(string Indicator, string Subject)> items)
    {
        if (items.Count != Answers)
        {
            throw new InvalidOperationException($"{items.Count} observations; a full sheet has {Answers}.");
        }

        afterTime = [.. items.Select((item, index) => Encoding.UTF8.GetBytes(
            $"\",\"device\":\"tablet-7\",\"reason\":{(HasRemark(index) ? $"\"{Remark}\"" : "null")}"
            + $",\"indicator\":\"{item.Indicator}\",\"subject\":\"{item.Subject}\",\"level\":"))];
    }

    public override int Value(int sheet, int put, int place) => (sheet + put + place) % Levels;

    public override int Write(Span<byte> room, int sheet, int put, Random chance)
    {
        var text = new Text(room);
        Span<byte> ids = stackalloc byte[IdBytes * Answers];
        chance.NextBytes(ids);
        Span<byte> observedAt = stackalloc byte[20];
        TimeProvider.System.GetUtcNow().TryFormat(observedAt, out _, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        text.Add("{\"answers\":["u8);

        for (var index = 0; index < Answers; index++)
        {
            text.Add(index == 0 ? "{\"id\":\""u8 : ",{\"id\":\""u8);
            text.Add(IdOf(ids.Slice(index * IdBytes, IdBytes)));
            text.Add("\",\"baseVersion\":"u8);

            if (put == 1)
            {
                text.Add("null"u8);
            }
            else
            {
                text.Add(put - 1);
            }

            text.Add(",\"observedAt\":\""u8);
            text.Add(observedAt);
            text.Add(afterTime[index]);
            text.Add(Value(sheet, put, index));
            text.Add("}"u8);
        }

        text.Add("]}"u8);

        return text.Length;
    }

    /// <summary>Every answer must be stored, as the version that follows.</summary>
    public override bool IsGood(int status, ReadOnlySpan<byte> answer, int put)
    {
        var expected = new Text(stackalloc byte[64]);
        expected.Add("\"outcome\":\"stored\",\"version\":"u8);
        expected.Add(put);
        expected.Add(","u8);

        return status == 200 && answer.Count(expected.Written) == Answers;
    }

    private static Guid IdOf(Span<byte> chance)
    {
        chance[6] = (byte)((chance[6] & 0x0F) | 0x40);
        chance[8] = (byte)((chance[8] & 0x3F) | 0x80);

        return new(chance, bigEndian: true);
    }
}

/// <summary>What the anchors take.</summary>
internal sealed class AnchorBody : SheetBody
{
    private const int Scores = 101;

    private static readonly byte[] noted = Encoding.UTF8.GetBytes($",\"note\":\"{Remark}\"}}");

    public override int Value(int sheet, int put, int place) => (sheet * 13 + put * 17 + place * 7) % Scores;

    public override int Write(Span<byte> room, int sheet, int put, Random chance)
    {
        var text = new Text(room);
        text.Add("{\"answers\":["u8);

        for (var index = 0; index < Answers; index++)
        {
            text.Add(index == 0 ? "{\"indicatorId\":"u8 : ",{\"indicatorId\":"u8);
            text.Add(index + 1);
            text.Add(",\"score\":"u8);
            text.Add(Value(sheet, put, index));
            text.Add(HasRemark(index) ? noted : ",\"note\":null}"u8);
        }

        text.Add("]}"u8);

        return text.Length;
    }

    public override bool IsGood(int status, ReadOnlySpan<byte> answer, int put) => status == 204;
}

/// <summary>Text that grows in a room that is there already.</summary>
internal ref struct Text(Span<byte> room)
{
    private readonly Span<byte> room = room;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => room[..Length];

    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(room[Length..]);
        Length += bytes.Length;
    }

    public void Add<T>(T value)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(room[Length..], out var written, default, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("The room is too small.");
        }

        Length += written;
    }
}
