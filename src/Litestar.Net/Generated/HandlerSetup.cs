using System.Collections;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Dependencies;
using Litestar.Errors;
using Litestar.Json;
using Litestar.Layers;
using Litestar.Routing;
using Litestar.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>The app's facts for one handler at its start: metadata of its types, its services, the positions of its route values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerSetup
{
    private static readonly HashSet<string> Bodiless = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT" };

    private readonly HandlerDeclaration _handler;
    private readonly string _asker;
    private readonly bool _isGuard;
    private readonly Delegate? _function;
    private readonly Route _route;
    private readonly IServiceProvider _services;
    private readonly LitestarJson _json;
    private readonly BlockingThreadPool _blocking;
    private readonly bool _readsPath;
    private readonly IReadOnlyList<Layer> _layers;
    private readonly IReadOnlyList<object> _metadata;
    private readonly List<ProviderRegistration> _providers;
    private string? _bodyParameter;
    private JsonReadSettings? _reading;

    internal HandlerSetup(HandlerDeclaration handler, Delegate? function, Route route, IServiceProvider services, LitestarJson json, ErrorBoundary errors, BlockingThreadPool blocking, IReadOnlyList<Layer> layers, IReadOnlyList<object> metadata, bool readsPath)
    {
        _blocking = blocking;
        _handler = handler;
        _asker = handler.Display;
        _layers = layers;
        _metadata = metadata;
        _providers = [];
        _function = function;
        _route = route;
        _services = services;
        _json = json;
        _readsPath = readsPath;
        Errors = errors;
        RejectUnvalidated();
    }

    private HandlerSetup(HandlerSetup handler, string asker, bool isGuard)
        : this(handler._handler, handler._function, handler._route, handler._services, handler._json, handler.Errors, handler._blocking, handler._layers, handler._metadata, handler._readsPath)
    {
        _asker = $"{asker}, in the pipeline of {_handler.Display},";
        _isGuard = isGuard;
        _providers = handler._providers;
    }

    // For an error handler of a list or the app, in the pipeline of this handler.
    private HandlerSetup(HandlerSetup handler, Delegate function, int status)
        : this(handler._handler, function, handler._route, handler._services, handler._json, handler.Errors, handler._blocking, handler._layers, handler._metadata, handler._readsPath)
    {
        _providers = handler._providers;
        ErrorStatus = status;
    }

    internal ErrorBoundary Errors { get; }

    /// <summary>The status of an error handler's value; 0 if the exception has it.</summary>
    public int ErrorStatus { get; }

    /// <summary>Returns the setup for an error handler that code has added to a list or the app.</summary>
    internal HandlerSetup OfError(Delegate function, int status) => new(this, function, status);

    /// <summary>The build's facts about the handler.</summary>
    internal HandlerDeclaration Handler => _handler;

    private JsonReadSettings Reading => _reading ??= ImplicitlyRequiredAttribute.IsEnabledBy(_metadata) ? _json.Strict : _json.Declared;

    /// <summary>The providers of lists and of the app that the handler uses.</summary>
    internal IReadOnlyList<ProviderRegistration> Providers => _providers;

    /// <summary>The body parameter without a body attribute; null if there is none.</summary>
    internal UnmarkedBody? UnmarkedBody { get; private set; }

    /// <summary>Returns the setup for a function on a layer of the handler, with its own name in messages.</summary>
    /// <param name="function">The function: <c>Hooks.Stamp</c>.</param>
    public HandlerSetup ForFunction(string function) => new(this, function, isGuard: false);

    /// <summary>Returns the setup for a guard, which runs before any asynchronous provider of a list.</summary>
    /// <param name="function">The function: <c>Guards.Admin</c>.</param>
    public HandlerSetup ForGuard(string function) => new(this, function, isGuard: true);

    /// <summary>
    /// Returns the function itself, if code cannot call it by name. The argument, which is never called, gives the
    /// delegate's type.
    /// </summary>
    public TDelegate Function<TDelegate>(TDelegate _) where TDelegate : Delegate => _function switch
    {
        TDelegate function => function,
        null => throw Fault($"is a local function, and a list can only hold it as '{_handler.Display}' itself."),
        { Target: { } target } => _function.Method.CreateDelegate<TDelegate>(target),
        _ => _function.Method.CreateDelegate<TDelegate>(),
    };

    /// <summary>The app's threads for functions that block.</summary>
    public BlockingThreadPool Blocking
    {
        get
        {
            IsBlocking = true;
            return _blocking;
        }
    }

    /// <summary>True if the function runs on one of them.</summary>
    internal bool IsBlocking { get; private set; }

    /// <summary>The status of a successful response.</summary>
    public int Status => _route.Status;

    /// <summary>Returns a parameter of the route's template.</summary>
    /// <exception cref="InvalidOperationException">The template has no parameter with that name.</exception>
    public RouteParameter Route(string name) => IsInTemplate(name)
        ? new(name, _readsPath ? _route.Slot(name) : null)
        : throw Fault($"reads '{name}' from the route, and the route has no '{{{name}}}'. Add it to the path, or take [FromRoute] off '{name}'.");

    /// <summary>
    /// Returns a parameter of the query. If the whole template, the prefixes of lists included, has a parameter with
    /// that name, it is read from the path instead, unless the parameter is marked as one of the query.
    /// </summary>
    public QueryParameter Query(string name, bool isMarked = false) => new(name, !isMarked && IsInTemplate(name) ? Route(name) : null);

    /// <summary>Returns the members that may be missing although they are neither nullable nor defaulted; null if there are none.</summary>
    /// <param name="members">The members of groups.</param>
    public OptionalGroupMembers? OptionalMembers(ReadOnlySpan<ImplicitlyRequiredMember> members) => Reading == _json.Strict ? null : new(members, excusesArguments: !_json.Settings.RespectRequiredConstructorParameters);

    /// <summary>Returns the JSON metadata for writing a type.</summary>
    /// <exception cref="InvalidOperationException">No metadata exists for the type.</exception>
    public JsonResultType<T> JsonResult<T>()
    {
        var settled = TypeOf<T>(_json.Settings);
        return new(ClosedTypeGraph.Holds(settled) ? TypeOf<T>(_json.Writing) : settled, settled, _json);
    }

    /// <summary>Returns the JSON metadata for writing an asynchronous sequence.</summary>
    /// <exception cref="InvalidOperationException">No metadata exists for the type.</exception>
    public JsonResultType<T> JsonStream<T>()
    {
        var settled = TypeOf<T>(_json.Settings);
        return new(settled, settled, _json);
    }

    /// <summary>Returns a required service.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public ServiceParameter<T> Service<T>(string parameter) where T : notnull => ProvidedBy<T>(parameter) ?? (IsService<T>() ? new ServiceParameter<T>(key: null, isRequired: true) : throw NotRegistered<T>(parameter));

    /// <summary>Returns all services of one type, possibly none: <c>[FromServices] IEnumerable&lt;IPlugin&gt;</c>.</summary>
    public ServiceParameter<T> ServiceList<T>(string parameter) where T : notnull => ProvidedBy<T>(parameter) ?? new ServiceParameter<T>(key: null, isRequired: true);

    /// <summary>Returns a required service, for a handler that reads a form.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public ServiceParameter<T> ServiceBesideForm<T>(string parameter) where T : notnull => IsAtHand<T>(parameter)
        ? Service<T>(parameter)
        : throw Fault($"reads a form and takes {typeof(T)} '{parameter}', which is not registered in the container. Register it, or mark '{parameter}' with [FromForm] if it is made of fields of the form.");

    /// <summary>Returns an optional service.</summary>
    public ServiceParameter<T> OptionalService<T>(string parameter) where T : notnull => ProvidedBy<T>(parameter) ?? new(key: null, isRequired: false);

    /// <summary>Returns a required keyed service.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public ServiceParameter<T> KeyedService<T>(string parameter, object key) where T : notnull =>
        _services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(T), key) is not false
            ? new ServiceParameter<T>(key, isRequired: true)
            : throw Fault($"takes {typeof(T)} '{parameter}' under the key '{key}', which is not registered in the container. Register it, builder.Services.AddKeyedSingleton<{typeof(T).Name}>(\"{key}\") for instance.");

    /// <summary>Returns an optional keyed service.</summary>
    public ServiceParameter<T> OptionalKeyedService<T>(object key) where T : notnull => new(key, isRequired: false);

    /// <summary>Returns the reader of a required JSON body.</summary>
    public JsonRequestBody<T> Body<T>(string parameter, RuleCheck<T>? rules = null, bool isChecked = true, int filled = 0) => Body(parameter, isRequired: true, default!, rules, isChecked, filled);

    /// <summary>Returns the reader of a JSON body, with a default if it is missing.</summary>
    public JsonRequestBody<T> Body<T>(string parameter, T orElse, RuleCheck<T>? rules = null, bool isChecked = true, int filled = 0) => Body(parameter, isRequired: false, orElse, rules, isChecked, filled);

    /// <summary>Returns a service if the type is registered, else the reader of a required JSON body.</summary>
    public ServiceOrBodyParameter<T> ServiceOrBody<T>(string parameter, RuleCheck<T>? rules = null, bool isChecked = true, int filled = 0) where T : notnull =>
        IsAtHand<T>(parameter) || !MayTakeBody ? new(Service<T>(parameter), null) : new(null, Body(parameter, isRequired: true, default!, rules, isChecked, filled, mayBeService: true));

    /// <summary>Returns a service if the type is registered, else the reader of a JSON body with a default if it is missing.</summary>
    public ServiceOrBodyParameter<T> ServiceOrBody<T>(string parameter, T orElse, RuleCheck<T>? rules = null, bool isChecked = true, int filled = 0) where T : notnull =>
        IsAtHand<T>(parameter) || !MayTakeBody ? new(OptionalService<T>(parameter), null) : new(null, Body(parameter, isRequired: false, orElse, rules, isChecked, filled, mayBeService: true));

    /// <summary>Returns the validation of an object that is created from the fields of a form.</summary>
    public FormValidation<T> FormValidation<T>(string parameter, string prefix, RuleCheck<T>? rules = null, (string Member, string Field)[]? names = null) =>
        new(ValueValidation<T>.Of(new FormWireNames(prefix, names ?? []), rules, ValidatorsOf<T>(parameter, ItemOfCollection)));

    /// <summary>Returns the validation of a group as a whole.</summary>
    public GroupValidation<T> GroupValidation<T>(string parameter, RuleCheck<T>? rules, GroupMember[] members)
    {
        // A name in the template, the prefixes of lists included, is read from the path.
        var placed = members.Select(member => member.Source is RequestSource.Query && IsInTemplate(member.Name) ? member.From(RequestSource.Route) : member);
        return new(ValueValidation<T>.Of(new GroupWireNames([.. placed], new(Reading.Options)), rules, ValidatorsOf<T>(parameter, ItemOfCollection)));
    }

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

    internal static bool TakesBody(string method) => !Bodiless.Contains(method);

    private bool MayTakeBody => TakesBody(_route.Method);

    private string Otherwise => MayTakeBody ? "" : $"; if its members should come from the query, put [AsParameters] on it; if it should come from the request's body, {(_route.Method.Equals("DELETE", StringComparison.OrdinalIgnoreCase) ? "put [FromBody] on it" : $"{_route.Method} is the wrong method")}";

    private bool IsAtHand<T>(string parameter) => ProviderOf<T>(parameter) is not null || IsService<T>();

    // The nearest list's provider wins over the container, and one with the parameter's name over one without.
    private ProviderRegistration<T>? ProviderOf<T>(string parameter)
    {
        ProviderRegistration<T>? unnamed = null;
        for (var i = _layers.Count - 1; i >= 0; i--)
        {
            var providers = _layers[i].Providers;
            for (var k = providers.Count - 1; k >= 0; k--)
            {
                if (providers[k] is not ProviderRegistration<T> provider)
                {
                    continue;
                }

                if (parameter.Equals(provider.ParameterName, StringComparison.OrdinalIgnoreCase))
                {
                    return provider;
                }

                unnamed ??= provider.ParameterName is null ? provider : null;
            }
        }

        return unnamed;
    }

    private ServiceParameter<T>? ProvidedBy<T>(string parameter) where T : notnull
    {
        if (ProviderOf<T>(parameter) is not { } provider)
        {
            return null;
        }

        if (_isGuard && provider.Waits)
        {
            throw Fault($"takes {typeof(T)} '{parameter}', which '{provider.Name}' of {provider.Place} makes asynchronously, after the guards. Return the value synchronously, or name the provider with [Provide] on a class.");
        }

        _providers.Add(provider);
        return new(provider);
    }

    private bool IsService<T>() => IsService(typeof(T));

    private bool IsService(Type type) => Container.IsService(type) && (EnumerableServices.ElementOf(type) is not { } element || EnumerableServices.MayBeEmpty(element, Reading.Options) || IsService(element));

    private IServiceProviderIsService Container => _services.GetRequiredService<IServiceProviderIsService>();

    private InvalidOperationException NotRegistered<T>(string parameter) => EnumerableServices.ElementOf(typeof(T)) is { } element
        ? Fault($"takes {typeof(T)} '{parameter}', but no {element} is registered in the container. Register one, builder.Services.AddSingleton<{element.Name}>() for instance, or put [FromServices] on it if there may be none{Otherwise}.")
        : Fault($"takes {typeof(T)} '{parameter}', which is not registered in the container. Register it, builder.Services.AddSingleton<{typeof(T).Name}>() for instance, or provide it on a layer, [Provide(nameof(…))]{Otherwise}.");

    private JsonRequestBody<T> Body<T>(string parameter, bool isRequired, T orElse, RuleCheck<T>? rules, bool isChecked, int filled, bool mayBeService = false)
    {
        if (_bodyParameter is not null)
        {
            throw Fault($"has two parameters for one body, '{_bodyParameter}' and '{parameter}'. Register the one that is a service in the container, or join both into one type.");
        }

        _bodyParameter = parameter;
        UnmarkedBody = mayBeService ? new(parameter, typeof(T), _providers) : null;
        var type = TypeOf<T>(Reading.Options);
        if (UnsupportedTypeFinder.In(type) is { } unmakeable)
        {
            throw Fault($"{(mayBeService ? $"takes {typeof(T)} '{parameter}', which is not registered in the container, and cannot be the body: {unmakeable}" : $"reads '{parameter}' from the body, and {unmakeable}")} {UnsupportedTypeFinder.Why(unmakeable)}.");
        }

        return new(type, Reading, isRequired, orElse, Reading.Options.RespectNullableAnnotations ? filled : 0, isChecked ? ValueValidation<T>.Of(Reading.Names, rules, ValidatorsOf<T>(parameter, ItemOfJson)) : null);
    }

    private Type? ItemOfJson(Type type) => Reading.Options.TryGetTypeInfo(type, out var info) && info.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary ? info.ElementType : null;

    // A form can bind arrays, lists and sets.
    private static Type? ItemOfCollection(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GenericTypeArguments[^1] : null;

    private ValueValidators<T>? ValidatorsOf<T>(string parameter, Func<Type, Type?> itemOf) => Validation.ValueValidators<T>.Of(itemOf, _services, (validator, need) => Fault(
        $"validates '{parameter}' with {validator}, whose constructor takes {need}, which is not registered in the container. Register it, builder.Services.AddSingleton<{need.Name}>() for instance."));

    // A handler that was generated without a validator cannot await one.
    private void RejectUnvalidated()
    {
        if (_handler.ExpectedWithoutValidator.Length > 0 && _handler.ExpectedWithoutValidator.FirstOrDefault(Container.IsService) is { } contract)
        {
            var group = contract.GenericTypeArguments[0].Name;
            throw Fault($"takes the group {group}, whose registered validator the build has not found. Derive it from AbstractValidator<{group}>, in this project or in one it references.");
        }
    }

    private InvalidOperationException Fault(string sentence) => new($"{_asker} ({_route}) {sentence}");
}
