using System.ComponentModel;
using Litestar.RequestBodies;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Reads the body as raw bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RawRequestBody
{
    /// <summary>Reads the whole body; empty if there is none.</summary>
    public static async ValueTask<byte[]> Read(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.ToArray();
    }

    /// <summary>Reads the whole body; null if there is none.</summary>
    public static async ValueTask<byte[]?> ReadOrNull(HttpContext context) => BodyPresence.HasBody(context) && await Read(context) is { Length: > 0 } bytes ? bytes : null;
}
