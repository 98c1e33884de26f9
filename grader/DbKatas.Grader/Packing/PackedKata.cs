using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Packing;

/// <summary>
/// A kata's file in a student edition: what answers are held against, and which data it was found on. Compressed, which keeps it from being
/// read by the way; it is no secret from somebody who takes it apart.
/// </summary>
internal static class PackedKata
{
    /// <summary>Small files of much repetition, and thousands of them at most: nobody waits for it.</summary>
    private const CompressionLevel Level = CompressionLevel.Optimal;

    public static byte[] Write(Kata kata, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, Level))
            brotli.Write(PackedParts.Write(JsonSerializer.SerializeToUtf8Bytes(Prints(kata)), content));
        return packed.ToArray();
    }

    /// <exception cref="TroubleException">The kata's data are not those any more that were packed.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static byte[] Read(string path, Kata kata)
    {
        if (PackedParts.Read(Unpacked(path)) is not [var prints, var content])
            throw new InvalidDataException(path);
        var packed = JsonSerializer.Deserialize<Dictionary<string, string>>(prints)!;
        var here = Prints(kata);
        var changed = packed.Keys.Union(here.Keys).Order(StringComparer.Ordinal).FirstOrDefault(name => packed.GetValueOrDefault(name) != here.GetValueOrDefault(name));
        return changed is null ? content : throw new TroubleException(
            $"{TextFile.Shown(Path.Combine(kata.Folder, changed))} is not as it was when this student edition was packed, so its expected results do not fit. Take that file from the edition again.");
    }

    private static byte[] Unpacked(string path)
    {
        using var whole = new MemoryStream();
        using var file = File.OpenRead(path);
        using var brotli = new BrotliStream(file, CompressionMode.Decompress);
        try
        {
            brotli.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidOperationException damaged)
        {
            throw new InvalidDataException(path, damaged);
        }
    }

    /// <summary>SHA-256 of each file that a verdict hangs on, whatever ends its lines.</summary>
    private static SortedDictionary<string, string> Prints(Kata kata)
    {
        var format = KataFormat.Of(kata.Engines is [var engine, ..] ? engine : null, kata.Kind)!;
        var prints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in format.Required.Concat(format.Optional).Where(name => File.Exists(Path.Combine(kata.Folder, name))))
            prints[name] = Convert.ToHexStringLower(SHA256.HashData(Array.FindAll(File.ReadAllBytes(Path.Combine(kata.Folder, name)), sign => sign != (byte)'\r')));
        return prints;
    }
}
