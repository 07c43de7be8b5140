using Compliance.Application.Common;

namespace Compliance.Application.Tests.Common;

public sealed class CursorTests
{
    [TestCase("14.01")]
    [TestCase("8207", "2022", "14.01")]
    [TestCase("", "2022", "kementerian-luar-negeri")]
    [TestCase("Café – 2/3")]
    public void A_cursor_is_read_as_it_was_written(params string[] parts) =>
        Cursor.Read(new Cursor(parts).ToString(), parts.Length)!.Parts.Should().Equal(parts);

    [TestCase("not base64!")]
    [TestCase("####")]
    [TestCase("a")]
    public void What_no_list_ever_gave_is_no_cursor(string text) => Cursor.Read(text, 1).Should().BeNull();

    [Test]
    public void A_cursor_of_another_list_is_none() => Cursor.Read(new Cursor("2022", "14.01").ToString(), 3).Should().BeNull();

    // A cursor travels in addresses.
    [Test]
    public void A_cursor_needs_no_escaping()
    {
        var cursor = new Cursor("ÿþý?>~", "/+=").ToString();

        Uri.EscapeDataString(cursor).Should().Be(cursor);
    }
}

public sealed class PagingTests
{
    private static readonly int[] Five = [1, 2, 3, 4, 5];

    [Test]
    public void A_page_ends_at_its_limit_and_leads_to_the_next()
    {
        var page = new Paging(4, null).Cut(Five, row => $"row {row}", row => new($"{row}"));

        page.Items.Should().Equal("row 1", "row 2", "row 3", "row 4");
        Cursor.Read(page.Next!, 1)!.Parts.Should().Equal("4");
    }

    [TestCase(5)]
    [TestCase(6)]
    public void The_last_page_leads_nowhere(int limit)
    {
        var page = new Paging(limit, null).Cut(Five, row => row, row => new($"{row}"));

        page.Items.Should().Equal(Five);
        page.Next.Should().BeNull();
    }

    [Test]
    public void An_empty_list_is_one_empty_page() =>
        Paging.First.Cut(Array.Empty<int>(), row => row, row => new($"{row}")).Should().BeEquivalentTo(new { Items = Array.Empty<int>(), Next = (string?)null });

    [Test]
    public void The_first_page_is_the_usual_one() => Paging.First.Should().Be(new Paging(50, null));
}
