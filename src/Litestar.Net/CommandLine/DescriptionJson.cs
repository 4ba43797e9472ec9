using System.Text.Encodings.Web;
using System.Text.Json;
using Litestar.Descriptions;
using Microsoft.AspNetCore.Routing;

namespace Litestar.CommandLine;

/// <summary>Writes descriptions as JSON.</summary>
internal static class DescriptionJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document, indented.</summary>
    public static void Document(Stream json, Action<Utf8JsonWriter> members)
    {
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        json.Write("\n"u8);
    }

    public static void Write(Stream json, IEnumerable<RouteDescription> routes, IEnumerable<OrdinaryEndpoint> others, IEnumerable<string> unlisted) => Document(json, writer =>
    {
        Each(writer, "routes", routes, route => Route(writer, route));
        Each(writer, "ordinaryEndpoints", others, other => Ordinary(writer, other));
        Texts(writer, "unlisted", unlisted);
    });

    public static void WriteExplained(Stream json, string method, string path, RouteDescription route, RouteValueDictionary values) => Document(json, writer =>
    {
        WriteRequest(writer, method, path);
        writer.WriteStartObject("values");
        foreach (var (name, value) in values)
        {
            Value(writer, name, value);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("route");
        Route(writer, route);
    });

    public static void WriteExplained(Stream json, string method, string path, OrdinaryEndpoint other) => Document(json, writer =>
    {
        WriteRequest(writer, method, path);
        writer.WritePropertyName("ordinaryEndpoint");
        Ordinary(writer, other);
    });

    public static void WriteRejected(Stream json, string method, string path, int status, string? allow, IEnumerable<NearRoute> near) => Document(json, writer =>
    {
        WriteRequest(writer, method, path);
        writer.WriteNumber("status", status);
        if (allow is not null)
        {
            writer.WriteString("allow", allow);
        }

        Each(writer, "near", near, one =>
        {
            writer.WriteStartObject();
            writer.WriteString("method", one.Route.Method);
            writer.WriteString("path", one.Path);
            writer.WriteString("handler", one.Route.Origin);
            writer.WriteString("why", one.Why);
            writer.WriteEndObject();
        });
    });

    private static void WriteRequest(Utf8JsonWriter writer, string method, string path)
    {
        writer.WriteStartObject("request");
        writer.WriteString("method", method);
        writer.WriteString("path", path);
        writer.WriteEndObject();
    }

    private static void Ordinary(Utf8JsonWriter writer, OrdinaryEndpoint other)
    {
        writer.WriteStartObject();
        writer.WriteString("methods", other.Methods);
        writer.WriteString("path", other.Path);
        writer.WriteString("name", other.Name);
        writer.WriteEndObject();
    }

    private static void Route(Utf8JsonWriter writer, RouteDescription route)
    {
        writer.WriteStartObject();
        writer.WriteString("method", route.Method);
        writer.WriteString("path", route.Path);
        writer.WriteBoolean("answersHead", route.AnswersHead);
        Maybe(writer, "name", route.Name);
        writer.WriteString("handler", route.Handler);
        writer.WriteBoolean("isBlocking", route.IsBlocking);
        writer.WriteNumber("status", route.Status);
        writer.WriteString("returns", route.ReturnType == typeof(void) ? "void" : TypeNameFormatter.Of(route.ReturnType, route.MayReturnNull));
        Maybe(writer, "contentType", route.ContentType);
        Each(writer, "parameters", route.Parameters, parameter => Parameter(writer, parameter));
        Each(writer, "steps", route.Steps, step => Step(writer, step));
        Each(writer, "metadata", route.Metadata, item =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", item.Value.GetType().FullName);
            writer.WriteString("text", item.Text);
            Layer(writer, item.Layer);
            writer.WriteEndObject();
        });
        if (route.Facts.Count > 0)
        {
            Each(writer, "facts", route.Facts, fact => Fact(writer, fact));
        }

        writer.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter writer, RouteFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fact.Name);
        Each(writer, "values", fact.Values, writer.WriteStringValue);
        if (fact.Layer is { } layer)
        {
            Layer(writer, layer);
        }

        writer.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter writer, StepDescription step)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Camel(step.Kind));
        writer.WriteString("name", step.Name);
        Layer(writer, step.Layer);
        if (step.Type is { } type)
        {
            writer.WriteString("type", type == typeof(void) ? "void" : TypeNameFormatter.Of(type));
        }

        if (step.Status is { } status)
        {
            writer.WriteNumber("status", status);
        }

        if (step.Metadata.Count > 0)
        {
            Texts(writer, "metadata", step.Metadata.Select(item => item.Text));
        }

        Each(writer, "parameters", step.Parameters, parameter => Parameter(writer, parameter));
        writer.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter writer, ParameterDescription parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("cSharpName", parameter.CSharpName);
        writer.WriteString("type", TypeNameFormatter.Of(parameter.Type, parameter.IsNullable));
        writer.WriteString("source", Camel(parameter.Source));
        writer.WriteBoolean("isRequired", parameter.IsRequired);
        if (parameter.Default is not null)
        {
            Value(writer, "default", parameter.Default);
        }

        Maybe(writer, "provider", parameter.Provider);
        Maybe(writer, "key", parameter.Key?.ToString());
        Texts(writer, "rules", parameter.Rules.Select(rule => rule.Text));
        Texts(writer, "validators", parameter.Validators.Select(validator => TypeNameFormatter.Of(validator)));
        if (parameter.Members.Count > 0)
        {
            Each(writer, "members", parameter.Members, member => Parameter(writer, member));
        }

        writer.WriteEndObject();
    }

    private static void Layer(Utf8JsonWriter writer, LayerDescription layer)
    {
        writer.WriteStartObject("layer");
        writer.WriteString("kind", Camel(layer.Kind));
        writer.WriteString("name", layer.Name);
        writer.WriteEndObject();
    }

    private static void Each<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        if (texts.Any())
        {
            Each(writer, name, texts, writer.WriteStringValue);
        }
    }

    private static void Maybe(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Value(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNull(name); break;
            case bool flag: writer.WriteBoolean(name, flag); break;
            case int number: writer.WriteNumber(name, number); break;
            case long number: writer.WriteNumber(name, number); break;
            case decimal number: writer.WriteNumber(name, number); break;
            case double number when double.IsFinite(number): writer.WriteNumber(name, number); break;
            case string text: writer.WriteString(name, text); break;
            default: writer.WriteString(name, RuleFormatter.Text(value)); break;
        }
    }

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
