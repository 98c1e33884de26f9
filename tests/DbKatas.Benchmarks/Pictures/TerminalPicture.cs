using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DbKatas.Benchmarks.Pictures;

/// <summary>What a terminal shows at the end of some output, as an SVG: the colours that DbKatas uses (ECMA-48, SGR 0, 1, 2, 31 to 33), and what was there since the screen was last cleared.</summary>
internal static partial class TerminalPicture
{
    private const double CellWidth = 8.43;
    private const int MostColumns = 120;
    private const int LineHeight = 20;
    private const int Margin = 20;
    private const int TitleHeight = 34;

    /// <param name="title">What stands in the window's frame.</param>
    /// <param name="output">As a program wrote it to a terminal.</param>
    public static string Svg(string title, string output)
    {
        var screen = output.Replace("\r", "").Split("\e[2J")[^1];
        var lines = screen.Split('\n').Select(Runs).SelectMany(Wrapped).ToList();
        while (lines.Count > 0 && lines[^1].All(run => run.Text.Trim().Length == 0))
            lines.RemoveAt(lines.Count - 1);
        var columns = lines.Max(line => line.Sum(run => run.Text.Length));
        var (width, height) = ((int)(columns * CellWidth) + 2 * Margin, lines.Count * LineHeight + TitleHeight + 2 * Margin);
        var svg = new StringBuilder($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="{WebUtility.HtmlEncode(title)}">
            <style>text {"{"} font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #e6edf3; white-space: pre {"}"} .n1 {"{"} font-weight: bold {"}"} .n2 {"{"} fill: #9aa6b2 {"}"} .n31 {"{"} fill: #ff8a80 {"}"} .n32 {"{"} fill: #7ee787 {"}"} .n33 {"{"} fill: #f2cf6b {"}"}</style>
            <rect width="{width}" height="{height}" rx="8" fill="#0d1117"/><path d="M0 {TitleHeight}V8a8 8 0 0 1 8-8H{width - 8}a8 8 0 0 1 8 8V{TitleHeight}z" fill="#21262d"/>
            <circle cx="18" cy="17" r="6" fill="#ff5f57"/><circle cx="38" cy="17" r="6" fill="#febc2e"/><circle cx="58" cy="17" r="6" fill="#28c840"/>
            <text x="{width / 2}" y="22" text-anchor="middle" class="n2">{WebUtility.HtmlEncode(title)}</text>

            """);
        for (var row = 0; row < lines.Count; row++)
            Line(svg, lines[row], TitleHeight + Margin + row * LineHeight + 14);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Each run has a place and a length of its own, so that columns stay columns whatever font the reader has.</summary>
    private static void Line(StringBuilder svg, IReadOnlyList<(string Text, string Style)> runs, int y)
    {
        var column = 0;
        foreach (var (text, style) in runs)
        {
            if (text.Trim().Length > 0)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin + (column + text.Length - text.TrimStart().Length) * CellWidth:0.##}\" y=\"{y}\" textLength=\"{text.Trim().Length * CellWidth:0.##}\" lengthAdjust=\"spacingAndGlyphs\"{(style.Length > 0 ? $" class=\"{style}\"" : "")}>{WebUtility.HtmlEncode(text.Trim())}</text>\n");
            column += text.Length;
        }
    }

    /// <summary>A line that is too long goes on in the next row, as a terminal shows it.</summary>
    private static IEnumerable<IReadOnlyList<(string Text, string Style)>> Wrapped(IReadOnlyList<(string Text, string Style)> runs)
    {
        var (row, left) = (new List<(string, string)>(), MostColumns);
        foreach (var (text, style) in runs)
            for (var rest = text; rest.Length > 0;)
            {
                var part = rest[..Math.Min(left, rest.Length)];
                row.Add((part, style));
                (rest, left) = (rest[part.Length..], left - part.Length);
                if (left > 0)
                    continue;
                yield return row;
                (row, left) = ([], MostColumns);
            }
        yield return row;
    }

    private static IReadOnlyList<(string Text, string Style)> Runs(string line)
    {
        var (runs, style, from) = (new List<(string, string)>(), "", 0);
        foreach (Match code in Escape().Matches(line))
        {
            runs.Add((line[from..code.Index], style));
            from = code.Index + code.Length;
            if (code.Groups["end"].Value == "m")
                style = code.Groups["numbers"].Value is "" or "0" ? "" : $"{style} n{code.Groups["numbers"].Value}".Trim();
        }
        runs.Add((line[from..], style));
        return [.. runs.Where(run => run.Item1.Length > 0)];
    }

    [GeneratedRegex(@"\e(\[[?>]?(?<numbers>[0-9;]*)(?<end>[a-zA-Z])|[=>])")]
    private static partial Regex Escape();
}
