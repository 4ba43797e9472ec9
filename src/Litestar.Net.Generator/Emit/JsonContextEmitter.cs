using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the serializer context that lists every type of the handlers' signatures.</summary>
internal static class JsonContextEmitter
{
    public static string Emit(IEnumerable<JsonType> types, IReadOnlyList<RequiredMembersModel> required, IReadOnlyList<NonNullItemsModel> filled, IEnumerable<string> enums)
    {
        var code = SourceWriter.File([]);
        code.Line("[global::System.Text.Json.Serialization.JsonSourceGenerationOptions(global::System.Text.Json.JsonSerializerDefaults.Web)]");
        foreach (var type in types)
        {
            var property = type.PropertyName is { } name ? $", TypeInfoPropertyName = \"{name}\"" : "";
            code.Line($"[global::System.Text.Json.Serialization.JsonSerializable(typeof({type.Name}){property})]");
        }

        using (code.Block($"internal sealed partial class {GeneratedNames.JsonContext} : global::System.Text.Json.Serialization.JsonSerializerContext"))
        {
            // Default, not a new one: the generated fast path for whole objects reads the members from the context's own options.
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            code.Line($"internal static void Register() => global::Litestar.Generated.HandlerRegistry.AddJson(Default);");
            Required(code, required);
            NonNullItems(code, filled);
            Enums(code, [.. enums]);
        }

        return code.ToString();
    }

    // Unlike a parameter, a property does not show System.Text.Json that it has no default.
    private static void Required(SourceWriter code, IReadOnlyList<RequiredMembersModel> required)
    {
        if (required.Count is 0)
        {
            return;
        }

        code.Line();
        code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        using var block = code.Block("internal static void Require()");
        foreach (var type in required)
        {
            Members(code, "AddRequired", type.Type, type.Members);
            Members(code, "AddNullByDefault", type.Type, type.Nulls);
            Members(code, "AddInitialized", type.Type, type.Declared);
        }
    }

    private static void Members(SourceWriter code, string add, string type, EquatableArray<string> members)
    {
        if (members.Count > 0)
        {
            code.Line($"global::Litestar.Generated.HandlerRegistry.{add}(typeof({type}){string.Concat(members.Select(member => $", {CSharpLiteral.Quote(member)}"))});");
        }
    }

    // Only the compiler knows that the items of a collection may not be null.
    private static void NonNullItems(SourceWriter code, IReadOnlyList<NonNullItemsModel> filled)
    {
        if (filled.Count is 0)
        {
            return;
        }

        code.Line();
        code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        using var block = code.Block("internal static void Fill()");
        foreach (var type in filled)
        {
            code.Line($"global::Litestar.Generated.HandlerRegistry.AddNonNullItems(typeof({type.Type}){string.Concat(type.Members.Select(member => $", ({CSharpLiteral.Quote(member.Name)}, {member.Depths})"))});");
        }
    }

    // For System.Text.Json the members of an enum are numbers, and any number is valid.
    private static void Enums(SourceWriter code, IReadOnlyList<string> enums)
    {
        if (enums.Count is 0)
        {
            return;
        }

        code.Line();
        code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        using var block = code.Block("internal static void Name()");
        foreach (var type in enums)
        {
            code.Line($"global::Litestar.Generated.HandlerRegistry.AddEnum<{type}>();");
        }
    }
}
