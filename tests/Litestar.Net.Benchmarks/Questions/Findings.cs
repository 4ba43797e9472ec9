using System.Text.Json;

namespace Litestar.Benchmarks.Questions;

/// <summary>What has been measured so far. A part that was finished is not measured again: an interrupted run goes on where it stopped.</summary>
internal static class Findings
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static string Folder => Path.Combine(Repository.Artifacts, "results");

    /// <summary>A finished part; none where it has not been measured.</summary>
    public static T? Of<T>(string part) where T : class => File.Exists(FileOf(part)) ? JsonSerializer.Deserialize<T>(File.ReadAllText(FileOf(part)), Readable) : null;

    public static bool Has(string part) => File.Exists(FileOf(part));

    public static void Keep<T>(string part, T measured)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(part))!);
        File.WriteAllText(FileOf(part), JsonSerializer.Serialize(measured, Readable));
    }

    /// <summary>Measures what has not been measured.</summary>
    public static async Task Once<T>(string part, Func<Task<T>> measure)
    {
        if (!Has(part))
        {
            Keep(part, await measure());
        }
    }

    /// <summary>Forgets a question.</summary>
    public static void Forget(string question)
    {
        if (Directory.Exists(Path.Combine(Folder, question)))
        {
            Directory.Delete(Path.Combine(Folder, question), recursive: true);
        }
    }

    public static void Progress(string text) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {text}");

    private static string FileOf(string part) => Path.Combine(Folder, part + ".json");
}
