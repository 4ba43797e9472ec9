using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the reading of one argument: a field for the app's facts about it, an expression for each request.</summary>
internal static class ArgumentEmitter
{
    /// <summary>Returns the field, without its modifiers; null if it needs none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="setup">The variable with the app's facts.</param>
    /// <param name="forms">The types that are read from the form member by member.</param>
    public static string? Field(ParameterModel parameter, string setup = "setup", EquatableArray<FormTypeModel> forms = default)
    {
        var name = EmittedNames.Field(parameter.Name);
        var wire = CSharpLiteral.Quote(parameter.WireName);
        var type = parameter.Value;
        return parameter.Source switch
        {
            ParameterKind.Route => $"RouteParameter {name} = {setup}.Route({wire})",
            ParameterKind.Query => $"QueryParameter {name} = {setup}.Query({wire}{(parameter.IsMarked ? ", isMarked: true" : "")})",
            ParameterKind.Service when parameter is { OrElse: null, IsBesideForm: true } => $"ServiceParameter<{type}> {name} = {setup}.ServiceBesideForm<{type}>({wire})",
            ParameterKind.Service when parameter is { OrElse: null, IsMarked: true, IsInterface: true } => $"ServiceParameter<{type}> {name} = {setup}.ServiceList<{type}>({wire})",
            ParameterKind.Service when parameter.OrElse is null => $"ServiceParameter<{type}> {name} = {setup}.Service<{type}>({wire})",
            ParameterKind.Service => $"ServiceParameter<{type}> {name} = {setup}.OptionalService<{type}>({wire})",
            ParameterKind.KeyedService when parameter.OrElse is null => $"ServiceParameter<{type}> {name} = {setup}.KeyedService<{type}>({wire}, {parameter.Expression})",
            ParameterKind.KeyedService => $"ServiceParameter<{type}> {name} = {setup}.OptionalKeyedService<{type}>({parameter.Expression})",
            ParameterKind.Body => $"JsonRequestBody<{type}> {name} = {setup}.Body<{type}>({wire}{NamedOrElse(parameter)}{ParameterRulesEmitter.Arguments(parameter)}{NonNullDepths(parameter)})",
            ParameterKind.ServiceOrBody => $"ServiceOrBodyParameter<{type}> {name} = {setup}.ServiceOrBody<{type}>({wire}{NamedOrElse(parameter)}{ParameterRulesEmitter.Arguments(parameter)}{NonNullDepths(parameter)})",
            ParameterKind.FormObject when !parameter.IsUnchecked => $"FormValidation<{parameter.Type}> {name} = {setup}.FormValidation<{parameter.Type}>({CSharpLiteral.Quote(parameter.Name)}, {wire}{ParameterRulesEmitter.Arguments(parameter)}{FormEmitter.Names(parameter, forms)})",
            _ => null,
        };
    }

    /// <summary>
    /// Returns the field with the members that may be missing if the app allows it; null if all are required for
    /// another reason.
    /// </summary>
    public static string? ImpliedField(HandlerModel handler)
    {
        if (!HasImplied(handler))
        {
            return null;
        }

        // A value that is read twice is required if one of the two parameters requires it.
        var certain = new HashSet<(ParameterKind, string)>(handler.Leaves.Where(leaf => leaf is { IsImplied: false, OrElse: null }).Select(leaf => (leaf.Source, leaf.WireName)));
        var members = handler.Leaves
            .Where(leaf => leaf is { IsImplied: true, IsOfForm: false } && !certain.Contains((leaf.Source, leaf.WireName)))
            .Select(leaf => $"new(RequestSource.{leaf.Source}, {CSharpLiteral.Quote(leaf.WireName)}{(leaf.Setting!.Way is AssignmentKind.Argument ? ", isArgument: true" : "")})")
            .Distinct();
        return $"OptionalGroupMembers? _implied = setup.OptionalMembers([{string.Join(", ", members)}])";
    }

    /// <summary>Returns true if a handler has members that are required only because they are neither nullable nor defaulted.</summary>
    public static bool HasImplied(HandlerModel handler) => handler.Leaves.Any(leaf => leaf.IsImplied) || handler.FormTypes.Any(type => type.Members.Any(member => member.IsImplied));

    /// <summary>Returns the statement that reads the argument of one request.</summary>
    /// <remarks>
    /// A parameter that is read as an array or a list, but declared as an interface, is cast to that interface:
    /// overloads depend on it.
    /// </remarks>
    public static string Local(ParameterModel parameter) =>
        $"{(parameter.IsInterface ? parameter.Type : "var")} {EmittedNames.Local(parameter.Name)} = {Reading(parameter)};";

    /// <summary>Returns the argument expression of the call. Values of the framework need not be read.</summary>
    public static string Argument(ParameterModel parameter) => parameter.Source is ParameterKind.Provided ? EmittedNames.Local(parameter.Expression) : IsAtHand(parameter) ? parameter.Expression : EmittedNames.Local(parameter.Name);

    /// <summary>Returns true if nothing has to be read.</summary>
    public static bool IsAtHand(ParameterModel parameter) => parameter.Source is ParameterKind.Context or ParameterKind.Provided;

    private static string Reading(ParameterModel parameter)
    {
        var name = EmittedNames.Field(parameter.Name);
        return parameter.Source switch
        {
            ParameterKind.RawBytes => $"await RawRequestBody.{(parameter.OrElse is null ? "Read" : "ReadOrNull")}(context)",
            ParameterKind.Service or ParameterKind.KeyedService => $"{name}.Get(context)",
            ParameterKind.Body or ParameterKind.ServiceOrBody => $"bind.ValueOf(await {name}.Read(context))",
            ParameterKind.Route => Text("Route", "Route", name, parameter),
            ParameterKind.Query => Text("Query", "QueryList", name, parameter),
            ParameterKind.WholeForm => $"form.{parameter.Expression}",
            ParameterKind.File => Listed(parameter, $"bind.{(parameter.Collection is CollectionKind.None ? "File" : "FileList")}({Form(parameter)}, {CSharpLiteral.Quote(parameter.WireName)}{OrElse(parameter)})"),
            ParameterKind.FormObject => Object(parameter),
            ParameterKind.Form => Text("Form", "FormList", $"{Form(parameter)}, {CSharpLiteral.Quote(parameter.WireName)}", parameter),
            ParameterKind.Header => Text("Header", "HeaderList", CSharpLiteral.Quote(parameter.WireName), parameter),
            _ => Text("Cookie", "Cookie", CSharpLiteral.Quote(parameter.WireName), parameter),
        };
    }

    /// <summary>Returns true if the client's value can be faulty.</summary>
    public static bool CanReject(ParameterModel parameter) =>
        parameter.Source is not (ParameterKind.Context or ParameterKind.Service or ParameterKind.KeyedService or ParameterKind.RawBytes or ParameterKind.Provided);

    /// <summary>Returns true if reading it may have to wait for the client.</summary>
    public static bool Waits(ParameterModel parameter) => parameter.Source is ParameterKind.Body or ParameterKind.ServiceOrBody or ParameterKind.RawBytes || parameter.IsOfForm;

    private static string Text(string one, string many, string name, ParameterModel parameter)
    {
        var readers = $"<{parameter.Value}, {parameter.Reader}>";
        return Listed(parameter, $"bind.{(parameter.Collection is CollectionKind.None ? one : many)}{readers}({name}{OrElse(parameter)})");
    }

    private static string Object(ParameterModel parameter)
    {
        var read = parameter.Collection is not CollectionKind.None ? "FormList" : parameter.IsNullable ? "FormOrNull" : "Form";
        var form = (parameter.Expression is "" ? Form(parameter) : $"form.PresentIfAny([{parameter.Expression}])") + (parameter.IsUnchecked ? ".Unchecked()" : "");
        return Objects(parameter, $"bind.{read}<{parameter.Value}>({form}, {CSharpLiteral.Quote(parameter.WireName)}, {parameter.Reader}{(read is "FormOrNull" ? "" : OrElse(parameter))})");
    }

    private static string Form(ParameterModel parameter) =>
        !parameter.IsImplied ? "form" : parameter.Setting!.Way is AssignmentKind.Argument ? "form.Implied(isArgument: true)" : "form.Implied()";

    private static string Objects(ParameterModel parameter, string read) =>
        Listed(parameter, parameter is { IsNullable: true, Collection: not CollectionKind.None } ? $"CollectionConversion.ToNullable({read})" : read);

    private static string Listed(ParameterModel parameter, string read) => parameter.Collection switch
    {
        CollectionKind.List => $"CollectionConversion.ToList({read})",
        CollectionKind.Set => $"CollectionConversion.ToSet({read})",
        _ => read,
    };

    private static string NamedOrElse(ParameterModel parameter) => parameter.OrElse is null ? "" : $", orElse: {parameter.OrElse}";

    private static string NonNullDepths(ParameterModel parameter) => parameter.NonNullDepths is 0 ? "" : $", filled: {parameter.NonNullDepths}";

    private static string OrElse(ParameterModel parameter) => parameter.OrElse is null ? "" : $", {parameter.OrElse}";
}
