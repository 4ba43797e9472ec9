namespace Litestar.Generator.Json;

/// <summary>
/// Rewrites System.Text.Json's generated constructor calls to use <c>ConstructorCheck.Wrap</c>, which checks that all
/// required arguments are present.
/// </summary>
/// <remarks>A file with an unexpected shape stays unchanged: then its members are required one by one.</remarks>
internal static class ConstructorCheckRewriter
{
    private const string Member = "ObjectWithParameterizedConstructorCreator = ", Lambda = "static args => new ";

    public static string Apply(string file)
    {
        var from = file.IndexOf(Member + Lambda, StringComparison.Ordinal);
        var to = from < 0 ? -1 : file.IndexOf(",\n", from, StringComparison.Ordinal) is var unix && file.IndexOf(",\r\n", from, StringComparison.Ordinal) is var windows && windows >= 0 && (unix < 0 || windows < unix) ? windows : unix;
        return to < 0 ? file : file.Substring(0, from + Member.Length) + "global::Litestar.Generated.ConstructorCheck.Wrap(options, " + file.Substring(from + Member.Length, to - from - Member.Length) + ")" + file.Substring(to);
    }
}
