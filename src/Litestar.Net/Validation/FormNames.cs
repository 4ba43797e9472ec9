namespace Litestar.Validation;

/// <summary>The names of a form's fields: <c>Lines[0].Quantity</c> becomes <c>lines[0].quantity</c>.</summary>
/// <param name="prefix">What stands in front of the fields of one object.</param>
internal sealed class FormNames(string prefix) : WireNames
{
    public override RequestSource Source => RequestSource.Form;

    public override string Prefix => prefix;

    public override string NameOf(string member) => member.StartsWith('=') ? member[1..] : Camel(PropertyOf(member));

    public override (RequestSource Source, string Name) Find(string path, Type type) => (Source, Camel(path));
}
