using System.Globalization;
using System.Text;
using System.Xml;
using DbKatas.Classroom.Grading;

namespace DbKatas.Classroom.Reports;

/// <summary>All verdicts as test results, which build servers show: a suite a student, a case a kata.</summary>
internal static class JUnitXml
{
    private static readonly XmlWriterSettings Readable = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static void Write(ClassResults results, string path)
    {
        using var xml = XmlWriter.Create(path, Readable);
        xml.WriteStartElement("testsuites");
        foreach (var (student, answers) in results.Students())
            Write(xml, student, answers);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, ClassStudent student, IReadOnlyList<GradedAnswer> answers)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Legal(student.Name));
        Count(xml, "tests", answers.Count);
        Count(xml, "failures", answers.Count(answer => answer.Outcome is "not-yet" or "did-not-run"));
        Count(xml, "errors", answers.Count(answer => answer.Outcome == "trouble"));
        Count(xml, "skipped", answers.Count(answer => answer.Outcome is "not-started" or "needs-server"));
        foreach (var answer in answers)
            Write(xml, student, answer);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, ClassStudent student, GradedAnswer answer)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Legal(student.Name));
        xml.WriteAttributeString("name", answer.Id);
        if (ElementOf(answer.Outcome) is { } element)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", answer.Outcome);
            xml.WriteString(Legal(answer.Feedback));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string? ElementOf(string outcome) => outcome switch
    {
        "right" => null,
        "not-yet" or "did-not-run" => "failure",
        "trouble" => "error",
        _ => "skipped",
    };

    private static void Count(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>XML can't hold every character, not even escaped; a student's answer can.</summary>
    private static string Legal(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000 ? rune.ToString() : "\uFFFD"));
}
