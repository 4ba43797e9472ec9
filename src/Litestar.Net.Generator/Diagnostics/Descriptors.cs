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
    public static readonly DiagnosticDescriptor MalformedRoute = Error("LIT001", "A route template is malformed", "'{0}' of '{1}' is not a route template: {2}");
    public static readonly DiagnosticDescriptor NoLayerFunction = Error("LIT101", "A layer names something that is not a function", "[{0}] on '{1}' names '{2}', which {3}. {4}");
    public static readonly DiagnosticDescriptor WrongSignature = Error("LIT102", "A layer's function has the wrong shape", "[{0}] on '{1}' names '{2}', which is {3}. {4}");
    public static readonly DiagnosticDescriptor LayerReadsBody = Error("LIT103", "A layer's function reads the body", "'{0}' of '{1}', which [{2}] on '{3}' names, is read from the body, which only the handler can read. Use another source, or do this in the handler.");
    public static readonly DiagnosticDescriptor DuplicateLayer = Error("LIT104", "Two functions of a layer exclude each other", "'{0}' and '{1}' {2} on '{3}'. {4}");
    public static readonly DiagnosticDescriptor UnsendableHeader = Error("LIT105", "A response header cannot be sent", "[ResponseHeader(\"{0}\", …)] on '{1}' has a name that is not a token, or a value with control characters (RFC 9110, section 5). Correct it.");
    public static readonly DiagnosticDescriptor IdleLayer = Warning("LIT106", "A layer has no handler", "[{0}] is on '{1}', which {2}, so it has no effect. {3}");
    public static readonly DiagnosticDescriptor UnboundLayerParameter = Error("LIT107", "A layer's function has a parameter that cannot be bound", "'{0}' of '{1}', which [{2}] on '{3}' names, is a '{4}': no layer around '{5}' provides it, it cannot be parsed from text, and structs and arrays cannot be services. Provide it on a layer, [Provide(nameof(…))], or change its type.");
    public static readonly DiagnosticDescriptor RouteParameterWithoutParameter = Warning("LIT201", "A route parameter has no parameter to land in", "'{{{0}}}' in '{1} {2}' has no parameter to land in. Add a parameter named '{0}' to '{3}', or remove it from the route.");
    public static readonly DiagnosticDescriptor BodyWithoutVerb = Error("LIT202", "A body is read for a method that has none", "'{0}' of '{1}' is read from the body, and {2} requests have none. Use [Post], [Put] or [Patch], or read '{0}' from the query.");
    public static readonly DiagnosticDescriptor UnreadableParameter = Error("LIT203", "A parameter's type cannot be read from text", "'{0}' of '{1}' is read from {2}, and '{3}' cannot be read from text. {4}");
    public static readonly DiagnosticDescriptor FormAndBody = Error("LIT204", "A handler reads a form and another body", "'{0}' of '{2}' is read from the form and '{1}' from the body, and a request has one body. Make both fields or files of the form, or read both from one JSON body.");
    public static readonly DiagnosticDescriptor TwoBodies = Error("LIT205", "Two parameters are read from the body", "'{0}' and '{1}' of '{2}' are both read from the body, and a request has one. Join them into one type, or use another source for one of them.");
    public static readonly DiagnosticDescriptor UnconstructibleGroup = Error("LIT206", "A group of parameters cannot be created", "'{0}' of '{1}' has [AsParameters], and '{2}' {3}. {4}");
    public static readonly DiagnosticDescriptor RecursiveType = Error("LIT207", "A type contains itself", "'{0}' of '{1}' is a '{2}' within a '{2}', without end. Remove it, or in a form make it nullable or a list.");
    public static readonly DiagnosticDescriptor UnreadableForm = Error("LIT208", "A type cannot be read from a form", "'{0}' of '{1}' is read from the form, and '{2}' {3}. {4}");
    public static readonly DiagnosticDescriptor RejectedDefault = Error("LIT209", "A default breaks its own rule", "'{0}' of '{1}' is {2} when it is missing, and [{3}] rejects that value. Change the default or the rule.");
    public static readonly DiagnosticDescriptor IdleRule = Warning("LIT210", "A rule can never be applied", "[{0}] on {1} {2} It is ignored.");
    public static readonly DiagnosticDescriptor ConstraintAgainstType = Error("LIT211", "A route's constraint and its parameter's type disagree", "'{0}' of '{1}' is of type '{2}', and '{3}' in '{4}' accepts no value of that type. {5}");
    public static readonly DiagnosticDescriptor ConstraintBeyondType = Warning("LIT212", "A route's constraint accepts values that its parameter cannot hold", "'{0}' of '{1}' is of type '{2}', and '{3}' in '{4}' also accepts values outside of it, which are answered with 400 instead of 404. {5}");
    public static readonly DiagnosticDescriptor UnreadableBody = Warning("LIT213", "A body's type cannot be created", "'{0}' of '{1}' is read from the body, and '{2}' {3}. Unless a converter in the settings reads it, the app does not start. {4}");
    public static readonly DiagnosticDescriptor UnusedBindMethod = Warning("LIT214", "A type's own binding is not called", "'{0}' of '{1}' is read from {2}, although '{3}' has a '{4}', which minimal APIs call but handlers do not. {5}");
    public static readonly DiagnosticDescriptor UnconstructibleValidator = Warning("LIT220", "A validator cannot be created", "'{0}' validates '{1}' and {2}. Generated code cannot create it, so it runs only if it is registered in the container. {3}");
    public static readonly DiagnosticDescriptor NotStatic = Error("LIT301", "A handler is not static", "'{0}' has [{1}] and is not static. A handler keeps no state between requests: make it static, and add a parameter for each value that it needs.");
    public static readonly DiagnosticDescriptor LambdaOnList = Error("LIT302", "A lambda is not a handler", "A lambda is not a handler. Write a static function with a verb attribute, [Get(\"/path\")] static string Show() => …, and put its name on the list.");
    public static readonly DiagnosticDescriptor UnreachableType = Error("LIT303", "A handler's signature names a type that generated code cannot reach", "'{0}' takes or returns '{1}', which is {2}, so generated code cannot name it. Make it internal or public.");
    public static readonly DiagnosticDescriptor NoHandler = Error("LIT304", "An element of a handler list is not a handler", "'{0}' is on a handler list and {1}. {2}");
    public static readonly DiagnosticDescriptor GenericHandler = Error("LIT305", "A handler is generic", "'{0}' is generic, or is in a generic class, and a request has no type arguments. Write one handler for each type.");
    public static readonly DiagnosticDescriptor ByReference = Error("LIT306", "A handler's parameter is passed by reference", "'{0}' of '{1}' is a {2} parameter. Only parameters that are passed by value can be bound: remove '{2}'.");
    public static readonly DiagnosticDescriptor AsyncVoid = Error("LIT307", "A handler is async void", "'{0}' is async void, so it cannot be awaited: the response would be sent before it ends, and its exceptions would end the process. Return Task.");
    public static readonly DiagnosticDescriptor UnstorableType = Error("LIT308", "A handler's signature has a type that generated code cannot store", "'{0}' {1} '{2}', {3}, which generated code cannot store between reading the request and answering it. {4}");
    public static readonly DiagnosticDescriptor DuplicateHandlerName = Error("LIT309", "Two local functions have the same name", "'{0}' is the name of two handlers in '{1}' with the same parameters, and a running app cannot distinguish them. Rename one of them.");
    public static readonly DiagnosticDescriptor NoFunction = Error("LIT310", "A verb attribute is on something that cannot be called", "'{0}' has [{1}] and is {2}. Move the attribute to a static function with a body, which may call it.");
    public static readonly DiagnosticDescriptor LostMetadata = Warning("LIT311", "An attribute cannot reach the endpoint", "[{0}] on '{1}' names '{2}', which is {3}. Generated code cannot create the attribute, so it is missing on the endpoint. Make '{2}' internal or public.");
    public static readonly DiagnosticDescriptor BlockingTask = Warning("LIT312", "A handler that returns a task is marked as blocking", "[{0}(Blocking = true)] on '{1}' is ignored: '{1}' returns '{2}', and only the code before its first await would run on a thread of its own. Remove 'Blocking = true', or return the value itself.");
    public static readonly DiagnosticDescriptor UnlistedHandler = Note("LIT313", "A handler is on no list", "No handler list of this program contains {0}, so no app calls {1}. Put {2} on a list, or remove the verb attribute.");
    public static readonly DiagnosticDescriptor TwoProviders = Error("LIT320", "Two providers of one type on one layer", "'{0}' and '{1}' both provide '{2}' on '{3}', and a parameter of that type could be either. Remove one of them, let them provide different types, or give one the name of the parameters it is for: Name = \"…\".");
    public static readonly DiagnosticDescriptor ProvidersInCircle = Error("LIT321", "Providers need each other", "'{0}': none of them can run first. Move the shared part to another provider, or mark a parameter with [FromServices] if the container has it.");
    public static readonly DiagnosticDescriptor StreamOfDisposed = Warning("LIT322", "A stream starts after a value that it uses is disposed", "'{0}' streams its answer, and '{1}' disposes the yielded value right after committing, before the stream starts. Remove the 'using' or 'finally': the value is then disposed after the last byte.");
    public static readonly DiagnosticDescriptor NullFromProvider = Warning("LIT323", "A provider may return null for a parameter that is not nullable", "'{0}' provides '{1}', which may be null, and '{2}' of '{3}' is not nullable. Make '{2}' nullable, or let '{0}' throw.");
    public static readonly DiagnosticDescriptor UnusedProvider = Warning("LIT324", "A provider returns a type that the framework binds", "'{0}', which [Provide] on '{1}' names, makes a '{2}', and the framework binds that type itself, so this provider is never called. Provide a type of your own.");
    public static readonly DiagnosticDescriptor ForgottenProvider = Warning("LIT325", "The client sends a value that a provider makes", "'{0}' of '{1}' is read from {2}, so the client can send any value, and {3}. {4}");
    public static readonly DiagnosticDescriptor UnusedProviderName = Warning("LIT326", "A provider has a name that no parameter has", "'{0}', which [Provide] on '{1}' names, makes a '{2}' for parameters named '{3}', and no handler there has such a parameter. Give a parameter that name, or change 'Name'.");
    public static readonly DiagnosticDescriptor ValueWithoutBody = Error("LIT401", "A status without a body, and a value", "'{0}' answers {1} {2} with status {3}, which has no body, and returns '{4}'. Return nothing, or use another status.");
    public static readonly DiagnosticDescriptor TupleAnswer = Warning("LIT402", "A tuple is returned", "'{0}' returns the tuple '{1}', whose elements are fields, which JSON ignores: the client would receive {{}}. Return a record.");
    public static readonly DiagnosticDescriptor GeneratorFailure = Error("LIT900", "Litestar.Net's generator failed", "Litestar.Net's generator failed on {0}: {1} Nothing was generated for it; everything else was. Please report this with the code of {0}.");
    public static readonly DiagnosticDescriptor NoJsonGenerator = Warning("LIT901", "System.Text.Json's generator was not found", "System.Text.Json's source generator was not found next to the compiler, so no JSON metadata was made for {0}. Add a JsonSerializerContext that lists them.");
    public static readonly DiagnosticDescriptor OldLanguage = Error("LIT902", "The language version is too old", "Generated code needs C# 12 or newer, and <LangVersion> of this project is {0}. Remove <LangVersion> (a project for net10.0 has C# 14), or set it to 12 or newer.");

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
