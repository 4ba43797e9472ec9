using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>The names of a group's members, each in its source: <c>Page.Size</c> becomes the query's <c>page-size</c>.</summary>
/// <param name="members">The members, those of inner groups under their paths.</param>
/// <param name="bodies">The names inside a body.</param>
internal sealed class GroupWireNames(GroupMember[] members, JsonWireNames bodies) : WireNames
{
    public override RequestSource Source => members.Length > 0 ? members[0].Source : RequestSource.Query;

    public override string NameOf(string member) => member.StartsWith('=') ? member[1..] : Find(PropertyOf(member), typeof(object)).Name;

    public override (RequestSource Source, string Name) Find(string path, Type type)
    {
        foreach (var member in members)
        {
            if (path.StartsWith(member.Path, StringComparison.OrdinalIgnoreCase) && path[member.Path.Length..] is "" or ['.' or '[', ..])
            {
                return (member.Source, NameOf(member, path[member.Path.Length..].TrimStart('.')));
            }
        }

        return (Source, Camel(path));
    }

    private string NameOf(GroupMember member, string rest)
    {
        var within = member.Body is { } body ? bodies.PathOf(rest, body) : Camel(rest);
        return member.Name is "" || within is "" || within[0] is '[' ? member.Name + within : $"{member.Name}.{within}";
    }
}
