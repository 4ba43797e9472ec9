using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Diagnostics;

/// <summary>
/// Every diagnostic, one line each: 0xx routing, 1xx layers, 2xx binding, 3xx handlers and dependencies, 4xx responses, 9xx failures of
/// the generator.
/// </summary>
/// <remarks>docs/reference/diagnostics.md has a section for each, with an example that a test compiles.</remarks>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor MalformedRoute = Error("LIT001", "A route template is malformed", "'{0}' of '{1}' is no route template: {2}");
    public static readonly DiagnosticDescriptor NoLayerFunction = Error("LIT101", "A layer names what is no function", "[{0}] on '{1}' names '{2}', which {3}. {4}");
    public static readonly DiagnosticDescriptor WrongSignature = Error("LIT102", "A layer's function has the wrong shape", "[{0}] on '{1}' names '{2}', which is {3}. {4}");
    public static readonly DiagnosticDescriptor LayerReadsBody = Error("LIT103", "A layer's function asks for the body", "'{0}' of '{1}', which [{2}] on '{3}' names, is read from the body, and that is the handler's. Take it from elsewhere, or do this in the handler.");
    public static readonly DiagnosticDescriptor DuplicateLayer = Error("LIT104", "Two functions of a layer cannot both be meant", "'{0}' and '{1}' {2} on '{3}'. {4}");
    public static readonly DiagnosticDescriptor UnsendableHeader = Error("LIT105", "A response header cannot be sent", "[ResponseHeader(\"{0}\", …)] on '{1}' has a name that is no token, or a value with control characters (RFC 9110, section 5). Mend it.");
    public static readonly DiagnosticDescriptor IdleLayer = Warning("LIT106", "A layer holds no handler", "[{0}] stands on '{1}', which {2}, and nothing asks for it. {3}");
    public static readonly DiagnosticDescriptor UnboundLayerParameter = Error("LIT107", "A layer's function asks for what nobody can give", "'{0}' of '{1}', which [{2}] on '{3}' names, is a '{4}': no layer around '{5}' provides one, text cannot be read as one, and no struct or array is a service. Provide it on a layer, [Provide(nameof(…))], or ask for something else.");
    public static readonly DiagnosticDescriptor RouteParameterWithoutParameter = Warning("LIT201", "A route parameter has no parameter to land in", "'{{{0}}}' in '{1} {2}' has no parameter to land in. Add a parameter named '{0}' to '{3}', or remove it from the route.");
    public static readonly DiagnosticDescriptor BodyWithoutVerb = Error("LIT202", "A body is asked of a method that carries none", "'{0}' of '{1}' is read from the body, and {2} requests carry none. Use [Post], [Put] or [Patch], or read '{0}' from the query.");
    public static readonly DiagnosticDescriptor UnreadableParameter = Error("LIT203", "A parameter's type cannot be read from text", "'{0}' of '{1}' is read from {2}, and '{3}' cannot be read from text. {4}");
    public static readonly DiagnosticDescriptor FormAndBody = Error("LIT204", "A form and another body are asked for", "'{0}' of '{2}' is read from the form and '{1}' from the body, and a request has one body. Make both fields or files of the form, or read both from one JSON body.");
    public static readonly DiagnosticDescriptor TwoBodies = Error("LIT205", "Two parameters ask for the body", "'{0}' and '{1}' of '{2}' are both read from the body, and a request has one. Join them into one type, or take one of them from elsewhere.");
    public static readonly DiagnosticDescriptor UnconstructibleGroup = Error("LIT206", "A group of parameters cannot be made", "'{0}' of '{1}' bears [AsParameters], and '{2}' {3}. {4}");
    public static readonly DiagnosticDescriptor RecursiveType = Error("LIT207", "A type is made of itself", "'{0}' of '{1}' is a '{2}' within a '{2}', and so on without end. Take it out, or within a form make it nullable or a list.");
    public static readonly DiagnosticDescriptor UnreadableForm = Error("LIT208", "A type cannot be read from a form", "'{0}' of '{1}' is read from the form, and '{2}' {3}. {4}");
    public static readonly DiagnosticDescriptor RejectedDefault = Error("LIT209", "A default is refused by its own rule", "'{0}' of '{1}' is {2} where it does not come, and [{3}] refuses that. Change the default or the rule.");
    public static readonly DiagnosticDescriptor IdleRule = Warning("LIT210", "A rule can never be applied", "[{0}] on {1} {2} It is passed over.");
    public static readonly DiagnosticDescriptor ConstraintAgainstType = Error("LIT211", "A route's constraint and its parameter's type disagree", "'{0}' of '{1}' is of type '{2}', and '{3}' in '{4}' lets nothing pass that could be read as one. {5}");
    public static readonly DiagnosticDescriptor ConstraintBeyondType = Warning("LIT212", "A route's constraint lets pass what its parameter cannot hold", "'{0}' of '{1}' is of type '{2}', and '{3}' in '{4}' also lets pass what that cannot hold, which is answered 400 and not 404. {5}");
    public static readonly DiagnosticDescriptor UnreadableBody = Warning("LIT213", "A body's type cannot be made", "'{0}' of '{1}' is read from the body, and '{2}' {3}: unless a converter in the settings reads it, the app will not start. {4}");
    public static readonly DiagnosticDescriptor UnusedBindMethod = Warning("LIT214", "A type's own binding is not called", "'{0}' of '{1}' is read from {2}, though '{3}' has a '{4}', which minimal APIs call and handlers do not. {5}");
    public static readonly DiagnosticDescriptor UnconstructibleValidator = Warning("LIT220", "A validator cannot be made", "'{0}' judges '{1}' and {2}: generated code cannot make it, so that it runs only where it is registered in the container. {3}");
    public static readonly DiagnosticDescriptor NotStatic = Error("LIT301", "A handler is not static", "'{0}' bears [{1}] and is not static. A handler keeps nothing between requests: make it static, and take what it needs as parameters.");
    public static readonly DiagnosticDescriptor LambdaOnList = Error("LIT302", "A lambda is no handler", "A lambda is no handler. Write a static function with a verb attribute, [Get(\"/path\")] static string Show() => …, and put its name on the list.");
    public static readonly DiagnosticDescriptor UnreachableType = Error("LIT303", "A handler's signature names a type that generated code cannot reach", "'{0}' takes or returns '{1}', which is {2} and which generated code therefore cannot name. Make it internal or public.");
    public static readonly DiagnosticDescriptor NoHandler = Error("LIT304", "An element of a handler list is no handler", "'{0}' is on a handler list and {1}. {2}");
    public static readonly DiagnosticDescriptor GenericHandler = Error("LIT305", "A handler is generic", "'{0}' is generic, or stands in a generic class, and a request brings no type arguments. Write one handler for each type.");
    public static readonly DiagnosticDescriptor ByReference = Error("LIT306", "A handler's parameter is passed by reference", "'{0}' of '{1}' is a {2} parameter. A request can only fill parameters passed by value: remove '{2}'.");
    public static readonly DiagnosticDescriptor AsyncVoid = Error("LIT307", "A handler is async void", "'{0}' is async void: nobody can wait for it, the answer would leave before it is done, and what it throws would end the process. Return Task.");
    public static readonly DiagnosticDescriptor UnstorableType = Error("LIT308", "A handler's signature holds what generated code cannot hold", "'{0}' {1} '{2}', {3}, which generated code cannot keep from reading the request to answering it. {4}");
    public static readonly DiagnosticDescriptor DuplicateHandlerName = Error("LIT309", "Two local functions cannot be told apart", "'{0}' is the name of two handlers in '{1}' with the same parameters, and a running app cannot tell them apart. Rename one of them.");
    public static readonly DiagnosticDescriptor NoFunction = Error("LIT310", "A verb attribute stands on what cannot be called", "'{0}' bears [{1}] and is {2}. Move the attribute to a static function with a body, which may call it.");
    public static readonly DiagnosticDescriptor LostMetadata = Warning("LIT311", "An attribute cannot reach the endpoint", "[{0}] on '{1}' names '{2}', which is {3}: generated code cannot make the attribute anew, and nobody will find it on the endpoint. Make '{2}' internal or public.");
    public static readonly DiagnosticDescriptor BlockingTask = Warning("LIT312", "A handler that returns a task is said to block", "[{0}(Blocking = true)] on '{1}' is passed over: '{1}' returns '{2}', and what it does before its first await is all that a thread of its own would see. Remove 'Blocking = true', or return the value itself.");
    public static readonly DiagnosticDescriptor UnlistedHandler = Note("LIT313", "A handler is on no list", "No handler list of this program holds {0}, so that no app answers with {1}. Put {2} on a list, or take the verb attribute off.");
    public static readonly DiagnosticDescriptor TwoProviders = Error("LIT320", "Two providers of one type on one layer", "'{0}' and '{1}' both provide '{2}' on '{3}', and a parameter of that type could be either. Take one of them off, let them provide types of their own, or give one the name of the parameters it is for: Name = \"…\".");
    public static readonly DiagnosticDescriptor ProvidersInCircle = Error("LIT321", "Providers ask for each other", "'{0}': no one of them can be made first. Take what they share into a provider of its own, or mark a parameter with [FromServices] if the container has it.");
    public static readonly DiagnosticDescriptor StreamOfDisposed = Warning("LIT322", "A stream begins when a value it asks for is disposed", "'{0}' streams its answer, and '{1}' disposes what it yields before the first item is made, in one breath with its commit. Take the 'using' or 'finally' off: the value is then disposed after the last byte.");
    public static readonly DiagnosticDescriptor NullFromProvider = Warning("LIT323", "A provider may return null where none is taken", "'{0}' provides '{1}', which may be null, and '{2}' of '{3}' takes none. Make '{2}' nullable, or let '{0}' throw.");
    public static readonly DiagnosticDescriptor UnusedProvider = Warning("LIT324", "A provider makes what the request has already", "'{0}', which [Provide] on '{1}' names, makes a '{2}', and a parameter of that type is filled by the framework: it is never asked. Provide a type of your own.");
    public static readonly DiagnosticDescriptor ForgottenProvider = Warning("LIT325", "The client sends a value that a provider makes", "'{0}' of '{1}' is read from {2}, so the client can send any value, and {3}. {4}");
    public static readonly DiagnosticDescriptor UnusedProviderName = Warning("LIT326", "A provider has a name that no parameter has", "'{0}', which [Provide] on '{1}' names, makes a '{2}' for parameters named '{3}', and no handler there asks for one. Give a parameter that name, or change 'Name'.");
    public static readonly DiagnosticDescriptor ValueWithoutBody = Error("LIT401", "A status without a body, and a value", "'{0}' answers {1} {2} with status {3}, which has no body, and returns '{4}'. Return nothing, or take another status.");
    public static readonly DiagnosticDescriptor TupleAnswer = Warning("LIT402", "A tuple is answered", "'{0}' answers with the tuple '{1}', whose elements are fields, which JSON leaves out: the client would see {{}}. Return a record.");
    public static readonly DiagnosticDescriptor GeneratorFailure = Error("LIT900", "Litestar.Net's generator failed", "Litestar.Net's generator failed on {0}: {1} Nothing was generated for it; all else was. Please report this with the code of {0}.");
    public static readonly DiagnosticDescriptor NoJsonGenerator = Warning("LIT901", "System.Text.Json's generator was not found", "System.Text.Json's source generator was not found beside the compiler, so no JSON metadata was made for {0}. Add a JsonSerializerContext that lists them.");
    public static readonly DiagnosticDescriptor OldLanguage = Error("LIT902", "The language version is too old", "Generated code needs C# 12 or newer, and <LangVersion> of this project says {0}. Remove <LangVersion> (a project for net10.0 has C# 14), or set it to 12 or newer.");

    /// <summary>Returns all of them, in the order of their numbers.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => [.. typeof(Descriptors).GetFields().Select(line => (DiagnosticDescriptor)line.GetValue(null))];

    private static DiagnosticDescriptor Error(string id, string title, string sentence) => Of(id, title, sentence, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string sentence) => Of(id, title, sentence, DiagnosticSeverity.Warning);

    // A finding about the whole program.
    private static DiagnosticDescriptor Note(string id, string title, string sentence) =>
        new(id, title, sentence, "Litestar", DiagnosticSeverity.Info, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Of(string id, string title, string sentence, DiagnosticSeverity severity) =>
        new(id, title, sentence, "Litestar", severity, isEnabledByDefault: true);
}
