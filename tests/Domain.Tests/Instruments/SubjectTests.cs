namespace Compliance.Domain.Tests.Instruments;

public sealed class SubjectTests
{
    [TestCase("unit", SubjectKind.Unit, 1)]
    [TestCase("product:2", SubjectKind.Product, 2)]
    [TestCase("respondent:30", SubjectKind.Respondent, 30)]
    [TestCase("official:1", SubjectKind.Official, 1)]
    public void A_subject_is_written_as_it_is_read(string text, SubjectKind kind, int number)
    {
        Subject.Parse(text).Should().Be(new Subject(kind, number));
        new Subject(kind, number).ToString().Should().Be(text);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(":1")]
    [TestCase("unit:1")]
    [TestCase("Unit")]
    [TestCase("product")]
    [TestCase("product:")]
    [TestCase("product:0")]
    [TestCase("product:00")]
    [TestCase("product:01")]
    [TestCase("respondent:030")]
    [TestCase("product:-1")]
    [TestCase("product:+1")]
    [TestCase("product: 1")]
    [TestCase("product:1.0")]
    [TestCase("product:99999999999")]
    [TestCase("product:2\0")]
    [TestCase("product:2 ")]
    [TestCase("product:２")]
    [TestCase(" unit")]
    [TestCase("citizen:1")]
    public void Anything_else_is_no_subject(string? text) => Subject.Parse(text).Should().BeNull();
}
