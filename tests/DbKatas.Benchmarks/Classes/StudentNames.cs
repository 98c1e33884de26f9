namespace DbKatas.Benchmarks.Classes;

/// <summary>Names for a class that is made up: each is there once, and the same place has the same name in a class of any size.</summary>
internal static class StudentNames
{
    private static readonly string[] Given =
    [
        "Ada", "Bela", "Chidi", "Dana", "Emre", "Fatou", "Goran", "Hana", "Ines", "Jonas", "Keiko", "Liam", "Mira", "Nils", "Oona", "Pavel", "Quentin", "Rosa", "Sami", "Tova",
    ];

    private static readonly string[] Family =
    [
        "Almeida", "Brandt", "Costa", "Dubois", "Eriksen", "Farkas", "Grau", "Haddad", "Ito", "Jansen", "Kowalski",
        "Lund", "Moreau", "Novak", "Okafor", "Petrov", "Quispe", "Rossi", "Silva", "Tanaka", "Ueda", "Varga", "Weber",
    ];

    /// <summary>How many different names there are.</summary>
    public static int Count => Given.Length * Family.Length;

    /// <param name="place">From 0; from <see cref="Count"/> on names come again, with a number.</param>
    // The two numbers of names have no common divisor, so that every pair comes before one comes twice.
    public static string At(int place) => $"{Given[place % Given.Length]} {Family[place % Family.Length]}" + (place < Count ? "" : $" {(place / Count) + 1}");
}
