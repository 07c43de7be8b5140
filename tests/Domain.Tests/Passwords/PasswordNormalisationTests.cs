using Compliance.Domain.Passwords;
using Compliance.Domain.Tests.Access;

namespace Compliance.Domain.Tests.Passwords;

/// <summary>
/// One example of each kind of rule in UAX #15, by code points; all of them are in <see cref="NormalisationReferenceTests"/>.
/// </summary>
public sealed class PasswordNormalisationTests
{
    [TestCase("0065 0301", "00E9", TestName = "{m}(a letter and its mark)")]
    [TestCase("00E9", "00E9", TestName = "{m}(composed already)")]
    [TestCase("212B", "00C5", TestName = "{m}(the same character twice in Unicode)")]
    [TestCase("0044 0307 0323", "1E0C 0307", TestName = "{m}(marks by their class)")]
    [TestCase("0061 0301 0308", "00E1 0308", TestName = "{m}(marks of one class keep their order)")]
    [TestCase("1E9B 0323", "1E9B 0323", TestName = "{m}(a mark that does not fit)")]
    [TestCase("1E69 0301", "1E69 0301", TestName = "{m}(three levels)")]
    [TestCase("0073 0323 0307", "1E69", TestName = "{m}(two marks)")]
    [TestCase("0061 0315 0300 05AE 0062", "00E0 05AE 0315 0062", TestName = "{m}(past marks of other classes)")]
    [TestCase("0061 0334 0338 0300", "00E0 0334 0338", TestName = "{m}(past lower classes)")]
    [TestCase("0061 0305 0300", "0061 0305 0300", TestName = "{m}(not past the same class)")]
    [TestCase("0301 0065", "0301 0065", TestName = "{m}(a mark on nothing)")]
    [TestCase("0301 0316", "0316 0301", TestName = "{m}(marks alone)")]
    [TestCase("0958", "0915 093C", TestName = "{m}(never composed)")]
    [TestCase("0344", "0308 0301", TestName = "{m}(a mark of two)")]
    [TestCase("1100 1161 11A8", "AC01", TestName = "{m}(Hangul)")]
    [TestCase("1112 1175 11C2", "D7A3", TestName = "{m}(Hangul, the last)")]
    [TestCase("D7A3", "D7A3", TestName = "{m}(Hangul, composed already)")]
    [TestCase("AC1C 11A8", "AC1D", TestName = "{m}(Hangul, half composed)")]
    [TestCase("AC01 11A8", "AC01 11A8", TestName = "{m}(Hangul, complete)")]
    [TestCase("1100 1161 11A7", "AC00 11A7", TestName = "{m}(Hangul, no final)")]
    [TestCase("0061 1161", "0061 1161", TestName = "{m}(Hangul, no initial)")]
    [TestCase("F900", "8C48", TestName = "{m}(a compatibility ideograph)")]
    [TestCase("2F800", "4E3D", TestName = "{m}(from beyond the first plane)")]
    [TestCase("11099 110BA", "1109A", TestName = "{m}(beyond the first plane)")]
    [TestCase("1D15E", "1D157 1D165", TestName = "{m}(never composed, beyond the first plane)")]
    [TestCase("FB01 FF21 00B2", "FB01 FF21 00B2", TestName = "{m}(likeness is not sameness)")]
    [TestCase("1F418 0301", "1F418 0301", TestName = "{m}(a mark on an elephant)")]
    public void A_password_is_one_however_it_was_typed(string typed, string normal) =>
        PasswordRules.Normalise(Text(typed)).Should().Be(Text(normal));

    // Neither is text, and neither is ours to repair: whoever reads the request has refused it.
    [TestCase(0xD83D)]
    [TestCase(0xDC18)]
    public void Half_a_pair_stays_half(int half) => PasswordRules.Normalise($"e\u0301{(char)half}e\u0301").Should().Be($"é{(char)half}é");

    private static string Text(string codes) =>
        string.Concat(codes.Split(' ').Select(code => char.ConvertFromUtf32(Convert.ToInt32(code, 16))));
}
