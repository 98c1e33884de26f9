using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Grading;

/// <summary>Puts the parts of a class, graded on several machines, together. Merging again, or a part twice, changes nothing.</summary>
public static class ClassMerge
{
    /// <param name="parts">The parts' results.</param>
    /// <param name="whole">Where the whole goes.</param>
    /// <exception cref="TroubleException">A part holds no results, or was graded with other katas.</exception>
    public static void Merge(IReadOnlyList<ClassResults> parts, ClassResults whole)
    {
        var indexes = parts.Select(part => (Part: part, Index: part.ReadIndex())).ToList();
        var katas = indexes[0].Index.Katas;
        foreach (var (part, index) in indexes.Where(other => !other.Index.Katas.SequenceEqual(katas)))
            throw new TroubleException($"{TextFile.Shown(part.Folder)} was graded with other katas than {TextFile.Shown(parts[0].Folder)}. Grade all parts with the same ones.");
        var students = indexes.SelectMany(part => part.Index.Students).DistinctBy(student => student.Name).OrderBy(student => student.Name, StringComparer.Ordinal).ToList();
        foreach (var kata in katas)
        {
            // Read whole before it is written: the whole may be one of the parts.
            var answers = parts.SelectMany(part => part.SheetOf(kata.Id).Read()).DistinctBy(answer => answer.Student).OrderBy(answer => answer.Student, StringComparer.Ordinal).ToList();
            whole.SheetOf(kata.Id).Write(answers);
        }
        whole.Write(new ClassIndex(students, katas));
    }
}
