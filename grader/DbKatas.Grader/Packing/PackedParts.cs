namespace DbKatas.Grader.Packing;

/// <summary>Several contents in one, each to be read alone.</summary>
internal static class PackedParts
{
    public static byte[] Write(params IReadOnlyList<byte[]> parts)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
            foreach (var part in parts)
            {
                writer.Write(part.Length);
                writer.Write(part);
            }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Write"/> makes.</exception>
    public static IReadOnlyList<byte[]> Read(byte[] whole)
    {
        using var reader = new BinaryReader(new MemoryStream(whole));
        var parts = new List<byte[]>();
        while (reader.BaseStream.Position < whole.Length)
        {
            if (whole.Length - reader.BaseStream.Position < sizeof(int) || reader.ReadInt32() is var length && (length < 0 || length > whole.Length - reader.BaseStream.Position))
                throw new InvalidDataException("It is cut short.");
            parts.Add(reader.ReadBytes(length));
        }
        return parts;
    }
}
