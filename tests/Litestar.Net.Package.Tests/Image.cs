using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Litestar.Package.Tests;

/// <summary>An image as it is handed to Docker or Podman, in a file.</summary>
public sealed class Image
{
    private readonly string _folder;

    /// <param name="archive">The file.</param>
    /// <param name="folder">Where it is unpacked.</param>
    public Image(string archive, string folder)
    {
        _folder = folder;
        var packed = Path.Combine(folder, ".packed");
        Unpack(File.OpenRead(archive), packed);
        var manifest = Json(Path.Combine(packed, "manifest.json"))[0];
        Tags = [.. manifest.GetProperty("RepoTags").EnumerateArray().Select(tag => tag.GetString()!)];
        Config = Json(Path.Combine(packed, manifest.GetProperty("Config").GetString()!)).GetProperty("config");
        foreach (var layer in manifest.GetProperty("Layers").EnumerateArray())
        {
            Unpack(new GZipStream(File.OpenRead(Path.Combine(packed, layer.GetString()!)), CompressionMode.Decompress), folder);
        }
    }

    /// <summary>Its names.</summary>
    public string[] Tags { get; }

    /// <summary>How it is run.</summary>
    public JsonElement Config { get; }

    /// <summary>What is started, where the image is the root.</summary>
    public string[] Command => [.. Config.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString()!).Select(word => word.StartsWith('/') ? _folder + word : word)];

    /// <summary>Where it is started.</summary>
    public string WorkingFolder => _folder + Config.GetProperty("WorkingDir").GetString();

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    private static void Unpack(Stream tar, string folder)
    {
        Directory.CreateDirectory(folder);
        using (tar)
        {
            TarFile.ExtractToDirectory(tar, folder, overwriteFiles: true);
        }
    }
}
