using System.Text.RegularExpressions;

namespace Litestar.Validation;

/// <summary>The names of a form's fields: <c>Lines[0].Quantity</c> becomes <c>lines[0].quantity</c>.</summary>
/// <param name="prefix">The text in front of the fields of one object.</param>
/// <param name="names">
/// The fields with other names than their members, without item numbers: <c>lines[].quantity</c> and
/// <c>lines[].how-many</c>.
/// </param>
internal sealed partial class FormWireNames(string prefix, (string Member, string Field)[] names) : WireNames
{
    public override RequestSource Source => RequestSource.Form;

    public override string Prefix => prefix;

    public override string NameOf(string member) => member.StartsWith('=') ? member[1..] : Camel(PropertyOf(member));

    public override (RequestSource Source, string Name) Find(string path, Type type) => (Source, Camel(path));

    public override string WireNameOf(string path)
    {
        var numbers = Number.Matches(path);
        var bare = Number.Replace(path, "[]");
        var field = Array.Find(names, name => name.Member.Equals(bare, StringComparison.OrdinalIgnoreCase)).Field;
        var next = 0;
        return field is null ? path : Place.Replace(field, _ => numbers[next++].Value);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\[\]")]
    private static partial Regex Place { get; }
}
