using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using Npgsql;

namespace DbKatas.Checks;

/// <summary>The proxy's own connection to the server, encrypted where the connection string asks for it.</summary>
internal static class PostgresUpstream
{
    private const int EncryptionRequest = 80877103;

    public static (TcpClient Socket, Stream Stream) Connect(NpgsqlConnectionStringBuilder address)
    {
        var socket = new TcpClient(address.Host!, address.Port) { NoDelay = true };
        try
        {
            // Without a word on it Npgsql prefers encryption and does without where the server does.
            return (socket, address.SslMode is SslMode.Disable or SslMode.Allow ? socket.GetStream() : Encrypt(socket, address));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Stream Encrypt(TcpClient socket, NpgsqlConnectionStringBuilder address)
    {
        var stream = socket.GetStream();
        var request = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(request, request.Length);
        BinaryPrimitives.WriteInt32BigEndian(request.AsSpan(4), EncryptionRequest);
        stream.Write(request);
        if (stream.ReadByte() != 'S')
            return address.SslMode == SslMode.Prefer ? stream : throw new IOException("the server does not encrypt");
        var encrypted = new SslStream(stream, leaveInnerStreamOpen: false, (_, _, _, errors) => IsGoodEnough(errors, address.SslMode));
        encrypted.AuthenticateAsClient(address.Host!);
        return encrypted;
    }

    private static bool IsGoodEnough(SslPolicyErrors errors, SslMode mode) => mode switch
    {
        SslMode.VerifyFull => errors == SslPolicyErrors.None,
        SslMode.VerifyCA => (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None,
        _ => true,
    };
}
