using System.Reflection;
using System.Text.RegularExpressions;

namespace Compliance.Architecture.Tests;

/// <summary>Draws the features of a project as a Mermaid diagram, between two marks in a page.</summary>
internal static class FeatureDiagram
{
    /// <summary>Left out, because nearly every feature refers to them and the diagram would show little else.</summary>
    private static readonly string[] everywhere = ["Common", "Access"];

    public static string Replace(string page, Assembly project)
    {
        var name = project.GetName().Name!.Split('.')[^1];
        var (begin, end) = ($"<!-- features of {name} -->", $"<!-- end of {name} -->");

        return Regex.Replace(page, $"{begin}.*?{end}", _ => $"{begin}\n{Draw(project)}{end}", RegexOptions.Singleline);
    }

    private static string Draw(Assembly project)
    {
        var features = project.Written().Select(Features.FeatureOf).OfType<string>().Except(everywhere).Distinct().Order(StringComparer.Ordinal);
        var arrows = Features.ReferencesIn(project).Where(reference => !everywhere.Contains(reference.To) && !everywhere.Contains(reference.From)).ToList();
        var lines = features.Concat(Features.WithoutShortcuts(arrows).Select(arrow => $"{arrow.From} --> {arrow.To}").Order(StringComparer.Ordinal));

        return $"```mermaid\nflowchart TD\n{string.Concat(lines.Select(line => $"    {line}\n"))}```\n";
    }
}
