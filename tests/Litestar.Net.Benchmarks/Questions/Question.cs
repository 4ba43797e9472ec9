namespace Litestar.Benchmarks.Questions;

/// <summary>One thing that people ask of a framework's speed, with the measurements that answer it.</summary>
internal abstract class Question
{
    /// <summary>The word on the command line, and the folder of the results.</summary>
    public abstract string Name { get; }

    /// <summary>Measures what has not been measured yet.</summary>
    public abstract Task Measure(Pace pace);

    /// <summary>The answer, as far as it has been measured: tables of Markdown.</summary>
    public abstract IEnumerable<string> Tables();
}
