using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Json;
using Litestar.Rejections;
using Litestar.Routing;
using Litestar.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>What a handler asks of its app once, when it starts: metadata of its types, which of them are services, where its route values stand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerSetup
{
    private static readonly HashSet<string> Bodiless = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT" };

    private readonly HandlerDeclaration _handler;
    private readonly Delegate? _function;
    private readonly Route _route;
    private readonly IServiceProvider _services;
    private readonly LitestarJson _json;
    private readonly bool _readsPath;
    private string? _bodyParameter;

    internal HandlerSetup(HandlerDeclaration handler, Delegate? function, Route route, IServiceProvider services, LitestarJson json, ErrorBoundary errors, bool readsPath)
    {
        _handler = handler;
        _function = function;
        _route = route;
        _services = services;
        _json = json;
        _readsPath = readsPath;
        Errors = errors;
    }

    internal ErrorBoundary Errors { get; }

    /// <summary>The function itself, where code cannot call it by name. The argument, which is never called, tells the delegate's type.</summary>
    public TDelegate Function<TDelegate>(TDelegate _) where TDelegate : Delegate => _function switch
    {
        TDelegate function => function,
        null => throw Fault($"is a local function, and a list can only hold it as '{_handler.Display}' itself."),
        _ => _function.Method.CreateDelegate<TDelegate>(),
    };

    /// <summary>The status of a successful answer.</summary>
    public int Status => _route.Status;

    /// <summary>A parameter of the route's template.</summary>
    /// <exception cref="InvalidOperationException">The template has none of that name.</exception>
    public RouteText Route(string name) => IsInTemplate(name)
        ? new(name, _readsPath ? _route.Slot(name) : null)
        : throw Fault($"reads '{name}' from the route, and the route has no '{{{name}}}'. Add it to the path, or take [FromRoute] off '{name}'.");

    /// <summary>A parameter of the query, unless the whole template, the prefixes of lists included, has one of that name.</summary>
    public QueryName Query(string name) => new(name, IsInTemplate(name) ? Route(name) : null);

    /// <summary>How a type is written as JSON.</summary>
    /// <exception cref="InvalidOperationException">Nothing knows the type.</exception>
    public JsonAnswer<T> JsonAnswer<T>()
    {
        var settled = TypeOf<T>(_json.Settings);
        return new(ClosedGraph.Holds(settled) ? TypeOf<T>(_json.Writing) : settled, _json);
    }

    /// <summary>How a sequence that is still being made is written as JSON.</summary>
    /// <exception cref="InvalidOperationException">Nothing knows the type.</exception>
    public JsonAnswer<T> JsonStream<T>() => new(TypeOf<T>(_json.Settings), _json);

    /// <summary>A service that must be registered.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public Service<T> Service<T>(string parameter) where T : notnull => IsService<T>()
        ? new Service<T>(key: null, isRequired: true)
        : throw Fault($"asks for {typeof(T)} '{parameter}', which is not registered in the container. Register it, builder.Services.AddSingleton<{typeof(T).Name}>() for instance{Otherwise}.");

    /// <summary>A service that must be registered, of a handler that reads a form.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public Service<T> ServiceBesideForm<T>(string parameter) where T : notnull => IsService<T>()
        ? Service<T>(parameter)
        : throw Fault($"reads a form, and asks for {typeof(T)} '{parameter}', which is not registered in the container. Register it, or mark '{parameter}' with [FromForm] if it is made of fields of the form.");

    /// <summary>A service that may be registered.</summary>
    public Service<T> OptionalService<T>() where T : notnull => new(key: null, isRequired: false);

    /// <summary>A service that must be registered under a key.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public Service<T> KeyedService<T>(string parameter, object key) where T : notnull =>
        _services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(T), key) is not false
            ? new Service<T>(key, isRequired: true)
            : throw Fault($"asks for {typeof(T)} '{parameter}' under the key '{key}', which is not registered in the container. Register it, builder.Services.AddKeyedSingleton<{typeof(T).Name}>(\"{key}\") for instance.");

    /// <summary>A service that may be registered under a key.</summary>
    public Service<T> OptionalKeyedService<T>(object key) where T : notnull => new(key, isRequired: false);

    /// <summary>The JSON body, which must come.</summary>
    public Body<T> Body<T>(string parameter, RuleSet<T>? rules = null, bool isChecked = true) => Body(parameter, isRequired: true, default!, rules, isChecked);

    /// <summary>The JSON body, or a default where none comes.</summary>
    public Body<T> Body<T>(string parameter, T orElse, RuleSet<T>? rules = null, bool isChecked = true) => Body(parameter, isRequired: false, orElse, rules, isChecked);

    /// <summary>A service where the type is registered, else the JSON body, which must come.</summary>
    public ServiceOrBody<T> ServiceOrBody<T>(string parameter, RuleSet<T>? rules = null, bool isChecked = true) where T : notnull =>
        IsService<T>() || !TakesBody ? new(Service<T>(parameter), null) : new(null, Body(parameter, rules, isChecked));

    /// <summary>A service where the type is registered, else the JSON body, or a default where none comes.</summary>
    public ServiceOrBody<T> ServiceOrBody<T>(string parameter, T orElse, RuleSet<T>? rules = null, bool isChecked = true) where T : notnull =>
        IsService<T>() || !TakesBody ? new(OptionalService<T>(), null) : new(null, Body(parameter, orElse, rules, isChecked));

    private JsonTypeInfo<T> TypeOf<T>(JsonSerializerOptions options)
    {
        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw Fault($"needs {typeof(T)} as JSON, which has no metadata here. Add [JsonSerializable(typeof({typeof(T).Name}))] to a JsonSerializerContext and that context to ConfigureHttpJsonOptions. {exception.Message}");
        }
    }

    private bool IsInTemplate(string name) => _route.Pattern.GetParameter(name) is not null;

    private bool TakesBody => !Bodiless.Contains(_route.Method);

    private string Otherwise => TakesBody ? "" : $"; if it should come from the request's body, {_route.Method} is the wrong method";

    private bool IsService<T>() => _services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(T));

    private Body<T> Body<T>(string parameter, bool isRequired, T orElse, RuleSet<T>? rules, bool isChecked)
    {
        if (_bodyParameter is not null)
        {
            throw Fault($"has two parameters for one body, '{_bodyParameter}' and '{parameter}'. Register the one that is a service in the container, or join both into one type.");
        }

        _bodyParameter = parameter;
        return new(TypeOf<T>(_json.Reading), isRequired, orElse, isChecked ? ChecksOf(parameter, RequestSource.Body, rules) : null);
    }

    /// <summary>All that is asked of a value of a type: the rules that were generated for it, and the validators that judge it.</summary>
    private Checks<T>? ChecksOf<T>(string parameter, RequestSource source, RuleSet<T>? rules)
    {
        // A library's validators appear when its module initializer runs, which naming the type alone does not cause.
        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        var validators = ValidatorsOf<T>.Of(_services, (validator, need) => Fault(
            $"validates '{parameter}' with {validator}, whose constructor asks for {need}, which is not registered in the container. Register it, builder.Services.AddSingleton<{need.Name}>() for instance."));
        return Checks<T>.Of(source, source is RequestSource.Body ? _json.Reading : null, rules, validators);
    }

    private InvalidOperationException Fault(string sentence) => new($"{_handler.Display} ({_route}) {sentence}");
}
