using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Emit;

/// <summary>A number for a text that no other text is likely to have.</summary>
internal static class Digest
{
    private const int ShortBytes = 16;

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first half of it, for texts that hold many.</summary>
    internal static string Short(StringBuilder text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return Convert.ToHexStringLower(hash[..ShortBytes]);
    }
}
