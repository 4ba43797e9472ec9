namespace Litestar.CommandLine;

/// <summary>A piece of text in one colour.</summary>
/// <param name="Plain">The text.</param>
/// <param name="Code">The colour's number (ECMA-48, SGR); 0 for none.</param>
internal sealed record StyledText(string Plain, int Code = 0)
{
    private const int Strong = 1, Pale = 2, Red = 31, Green = 32, Yellow = 33, Blue = 34, Cyan = 36;

    public string Coloured() => Code is 0 || Plain.Length is 0 ? Plain : $"\e[{Code}m{Plain}\e[0m";

    public static implicit operator StyledText(string text) => new(text);

    public static StyledText Bold(string text) => new(text, Strong);

    public static StyledText Dim(string text) => new(text, Pale);

    public static StyledText Warning(string text) => new(text, Red);

    /// <summary>Returns text in the colour for kinds, such as those of steps.</summary>
    public static StyledText Kind(string text) => new(text, Cyan);

    public static StyledText Method(string method) => new(method, method switch
    {
        "GET" or "HEAD" => Green,
        "POST" => Yellow,
        "PUT" or "PATCH" => Blue,
        "DELETE" => Red,
        _ => Cyan,
    });
}
