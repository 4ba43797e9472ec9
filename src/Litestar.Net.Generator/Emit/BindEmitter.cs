using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes how one argument is read: a field for what the app knows of it, an expression for each request.</summary>
internal static class BindEmitter
{
    /// <summary>The field, without its modifiers; none where nothing needs to be found out.</summary>
    /// <param name="parameter">What is read.</param>
    /// <param name="setup">Who knows of it.</param>
    /// <param name="forms">The types that are read from the form member by member.</param>
    public static string? Field(ParameterModel parameter, string setup = "setup", EquatableArray<FormTypeModel> forms = default)
    {
        var name = Names.Field(parameter.Name);
        var wire = CodeText.Quote(parameter.WireName);
        var type = parameter.Value;
        return parameter.Source switch
        {
            Source.Route => $"RouteText {name} = {setup}.Route({wire})",
            Source.Query => $"QueryName {name} = {setup}.Query({wire}{(parameter.IsMarked ? ", isMarked: true" : "")})",
            Source.Service when parameter is { OrElse: null, IsBesideForm: true } => $"Service<{type}> {name} = {setup}.ServiceBesideForm<{type}>({wire})",
            Source.Service when parameter is { OrElse: null, IsMarked: true, IsInterface: true } => $"Service<{type}> {name} = {setup}.ServiceList<{type}>({wire})",
            Source.Service when parameter.OrElse is null => $"Service<{type}> {name} = {setup}.Service<{type}>({wire})",
            Source.Service => $"Service<{type}> {name} = {setup}.OptionalService<{type}>({wire})",
            Source.KeyedService when parameter.OrElse is null => $"Service<{type}> {name} = {setup}.KeyedService<{type}>({wire}, {parameter.Expression})",
            Source.KeyedService => $"Service<{type}> {name} = {setup}.OptionalKeyedService<{type}>({parameter.Expression})",
            Source.Body => $"Body<{type}> {name} = {setup}.Body<{type}>({wire}{NamedOrElse(parameter)}{RulesBindEmitter.Arguments(parameter)}{Filled(parameter)})",
            Source.ServiceOrBody => $"ServiceOrBody<{type}> {name} = {setup}.ServiceOrBody<{type}>({wire}{NamedOrElse(parameter)}{RulesBindEmitter.Arguments(parameter)}{Filled(parameter)})",
            Source.FormObject when !parameter.IsUnchecked => $"FormCheck<{parameter.Type}> {name} = {setup}.FormCheck<{parameter.Type}>({CodeText.Quote(parameter.Name)}, {wire}{RulesBindEmitter.Arguments(parameter)}{FormEmitter.Names(parameter, forms)})",
            _ => null,
        };
    }

    /// <summary>The field that holds which members may be absent should the app say so; null where all must come for another reason.</summary>
    public static string? ImpliedField(HandlerModel handler)
    {
        if (!HasImplied(handler))
        {
            return null;
        }

        // What is asked for twice must come if one of them says so.
        var certain = new HashSet<(Source, string)>(handler.Leaves.Where(leaf => leaf is { IsImplied: false, OrElse: null }).Select(leaf => (leaf.Source, leaf.WireName)));
        var members = handler.Leaves
            .Where(leaf => leaf is { IsImplied: true, IsOfForm: false } && !certain.Contains((leaf.Source, leaf.WireName)))
            .Select(leaf => $"new(RequestSource.{leaf.Source}, {CodeText.Quote(leaf.WireName)}{(leaf.Setting!.Way is Way.Argument ? ", isArgument: true" : "")})")
            .Distinct();
        return $"ImpliedMembers? _implied = setup.Implied([{string.Join(", ", members)}])";
    }

    /// <summary>Returns whether a handler has members that must come only because they are neither nullable nor defaulted.</summary>
    public static bool HasImplied(HandlerModel handler) => handler.Leaves.Any(leaf => leaf.IsImplied) || handler.FormTypes.Any(type => type.Members.Any(member => member.IsImplied));

    /// <summary>The statement that reads the argument of one request.</summary>
    /// <remarks>What is read as an array or a list, and asked for as an interface, must be of that type: overloads are told apart by it.</remarks>
    public static string Local(ParameterModel parameter) =>
        $"{(parameter.IsInterface ? parameter.Type : "var")} {Names.Local(parameter.Name)} = {Reading(parameter)};";

    /// <summary>The argument as the call says it. What the framework hands over is at hand without being read.</summary>
    public static string Argument(ParameterModel parameter) => parameter.Source is Source.Provided ? Names.Local(parameter.Expression) : IsAtHand(parameter) ? parameter.Expression : Names.Local(parameter.Name);

    /// <summary>Whether nothing has to be read.</summary>
    public static bool IsAtHand(ParameterModel parameter) => parameter.Source is Source.Context or Source.Provided;

    private static string Reading(ParameterModel parameter)
    {
        var name = Names.Field(parameter.Name);
        return parameter.Source switch
        {
            Source.RawBytes => $"await RawBody.{(parameter.OrElse is null ? "Read" : "ReadOrNull")}(context)",
            Source.Service or Source.KeyedService => $"{name}.Get(context)",
            Source.Body or Source.ServiceOrBody => $"bind.Take(await {name}.Read(context))",
            Source.Route => Text("Route", "Route", name, parameter),
            Source.Query => Text("Query", "Queries", name, parameter),
            Source.WholeForm => $"form.{parameter.Expression}",
            Source.File => Listed(parameter, $"bind.{(parameter.Listing is Listing.None ? "File" : "Files")}({Form(parameter)}, {CodeText.Quote(parameter.WireName)}{OrElse(parameter)})"),
            Source.FormObject => Object(parameter),
            Source.Form => Text("Form", "Forms", $"{Form(parameter)}, {CodeText.Quote(parameter.WireName)}", parameter),
            Source.Header => Text("Header", "Headers", CodeText.Quote(parameter.WireName), parameter),
            _ => Text("Cookie", "Cookie", CodeText.Quote(parameter.WireName), parameter),
        };
    }

    /// <summary>Whether what the client sent can be at fault.</summary>
    public static bool CanRefuse(ParameterModel parameter) =>
        parameter.Source is not (Source.Context or Source.Service or Source.KeyedService or Source.RawBytes or Source.Provided);

    /// <summary>Whether reading it may have to wait for the client.</summary>
    public static bool Waits(ParameterModel parameter) => parameter.Source is Source.Body or Source.ServiceOrBody or Source.RawBytes || parameter.IsOfForm;

    private static string Text(string one, string many, string name, ParameterModel parameter)
    {
        var readers = $"<{parameter.Value}, {parameter.Reader}>";
        return Listed(parameter, $"bind.{(parameter.Listing is Listing.None ? one : many)}{readers}({name}{OrElse(parameter)})");
    }

    private static string Object(ParameterModel parameter)
    {
        var read = parameter.Listing is not Listing.None ? "Forms" : parameter.IsNullable ? "FormOrNull" : "Form";
        var form = (parameter.Expression is "" ? Form(parameter) : $"form.Having([{parameter.Expression}])") + (parameter.IsUnchecked ? ".Unchecked()" : "");
        return Objects(parameter, $"bind.{read}<{parameter.Value}>({form}, {CodeText.Quote(parameter.WireName)}, {parameter.Reader}{(read is "FormOrNull" ? "" : OrElse(parameter))})");
    }

    private static string Form(ParameterModel parameter) =>
        !parameter.IsImplied ? "form" : parameter.Setting!.Way is Way.Argument ? "form.Implied(isArgument: true)" : "form.Implied()";

    private static string Objects(ParameterModel parameter, string read) =>
        Listed(parameter, parameter is { IsNullable: true, Listing: not Listing.None } ? $"Listed.AsNullable({read})" : read);

    private static string Listed(ParameterModel parameter, string read) => parameter.Listing switch
    {
        Listing.List => $"Listed.AsList({read})",
        Listing.Set => $"Listed.AsSet({read})",
        _ => read,
    };

    private static string NamedOrElse(ParameterModel parameter) => parameter.OrElse is null ? "" : $", orElse: {parameter.OrElse}";

    private static string Filled(ParameterModel parameter) => parameter.Filled is 0 ? "" : $", filled: {parameter.Filled}";

    private static string OrElse(ParameterModel parameter) => parameter.OrElse is null ? "" : $", {parameter.OrElse}";
}
