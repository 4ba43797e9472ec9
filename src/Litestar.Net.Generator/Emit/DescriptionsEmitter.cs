using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the descriptions of handlers: functions that run on demand.</summary>
internal static class DescriptionsEmitter
{
    public static string Emit(IEnumerable<HandlerModel> handlers)
    {
        var all = handlers.ToList();
        var code = SourceWriter.File(["Litestar.Generated", RuleClassEmitter.Annotations]);
        using (code.Block("internal static class HandlerDescriptions"))
        {
            foreach (var handler in all)
            {
                Apart(code, isFirst: ReferenceEquals(handler, all[0]));
                Handler(code, handler);
            }

            foreach (var rules in all.SelectMany(handler => handler.Rules).GroupBy(rules => rules.ClassName, StringComparer.Ordinal).Select(same => same.First()))
            {
                Apart(code, isFirst: false);
                Rules(code, rules);
            }
        }

        return code.ToString();
    }

    private static void Apart(SourceWriter code, bool isFirst)
    {
        if (!isFirst)
        {
            code.Line();
        }
    }

    private static void Handler(SourceWriter code, HandlerModel handler)
    {
        var layers = handler.Layers;
        RuleClassEmitter.Suppression(code, handler.All.Concat(handler.FormTypes.SelectMany(type => type.Members)).SelectMany(parameter => parameter.Rules));
        using (code.Block($"internal static DescribedHandler {handler.ClassName}() => new(typeof({handler.Result.Clr}))", "};"))
        {
            if (handler.Result.Kind.MediaType is { } contentType)
            {
                code.Line($"ContentType = {CSharpLiteral.Quote(contentType)},");
            }

            if (handler.Result.Type.EndsWith("?", StringComparison.Ordinal))
            {
                code.Line("IsNullable = true,");
            }

            if (handler.IsBlocking)
            {
                code.Line("IsBlocking = true,");
            }

            if (handler.Result.IsAwaited || handler.Result.Kind.IsDeferred)
            {
                code.Line("ReturnsEarly = true,");
            }

            Parameters(code, handler.Parameters, handler);
            Functions(code, "Guards", layers.Guards, handler);
            Functions(code, "Before", One(layers.Before), handler);
            Functions(code, "Providers", layers.Providers, handler);
            Functions(code, "After", One(layers.After), handler);
            Functions(code, "AfterResponse", One(layers.AfterResponse), handler);
            Functions(code, "ErrorHandlers", layers.ErrorHandlers, handler);
            Functions(code, "Middleware", layers.Middleware, handler);
            Texts(code, "HeaderLayers", layers.Headers.Select(header => header.Layer));
            Texts(code, "MetadataLayers", handler.Metadata.Select(item => item.Layer));
            Texts(code, "MetadataTexts", handler.Metadata.Select(item => item.Text));
            if (handler.Rules.Count > 0)
            {
                code.Line($"Types = [{string.Join(", ", handler.Rules.Select(rules => $"{rules.ClassName}()"))}],");
            }
        }
    }

    private static void Functions(SourceWriter code, string kind, IEnumerable<FunctionModel> functions, HandlerModel handler)
    {
        var all = functions.ToList();
        if (all.Count is 0)
        {
            return;
        }

        code.Line($"{kind} =");
        using (code.Block("", "],", "["))
        {
            foreach (var function in all)
            {
                var head = $"new({CSharpLiteral.Quote(function.Display)}, {CSharpLiteral.Quote(function.Layer)})";
                var members = Members(function, kind).ToList();
                if (function.Parameters.Count is 0)
                {
                    code.Line(members.Count is 0 ? $"{head}," : $"{head} {{ {string.Join(", ", members)} }},");
                    continue;
                }

                using (code.Block(head, "},"))
                {
                    foreach (var member in members)
                    {
                        code.Line($"{member},");
                    }

                    Parameters(code, function.Parameters, handler);
                }
            }
        }
    }

    private static IEnumerable<string> Members(FunctionModel function, string kind)
    {
        if (kind is "ErrorHandlers")
        {
            yield return $"Type = typeof({function.Caught})";
            if (function.Status is not 0)
            {
                yield return $"Status = {function.Status}";
            }
        }

        if (kind is "Providers")
        {
            yield return $"Type = typeof({function.Clr})";
            if (function.Name is not null)
            {
                yield return $"For = {CSharpLiteral.Quote(function.Name)}";
            }

            if (function is { Outcome: FunctionOutcome.Yield, EndsAtYield: false })
            {
                yield return "Completes = true";
            }
        }
    }

    private static void Parameters(SourceWriter code, IEnumerable<ParameterModel> parameters, HandlerModel handler)
    {
        var all = parameters.ToList();
        if (all.Count is 0)
        {
            return;
        }

        code.Line("Parameters =");
        using (code.Block("", "],", "["))
        {
            foreach (var parameter in all)
            {
                Parameter(code, parameter, handler, []);
            }
        }
    }

    // An object of a form may contain others of its own type: there the description ends.
    private static void Parameter(SourceWriter code, ParameterModel parameter, HandlerModel handler, string[] within)
    {
        var head = $"new({CSharpLiteral.Quote(parameter.Declared)}, {CSharpLiteral.Quote(parameter.WireName)}, typeof({parameter.Clr}), DescribedSource.{SourceOf(parameter)})";
        var about = About(parameter, handler).ToList();
        var members = parameter.Source is ParameterKind.Group ? parameter.Members.ToList()
            : parameter.Source is ParameterKind.FormObject && !within.Contains(parameter.Value) ? [.. handler.FormTypes.First(type => type.Reader == parameter.Reader).Members]
            : [];
        if (members.Count is 0)
        {
            code.Line(about.Count is 0 ? $"{head}," : $"{head} {{ {string.Join(", ", about)} }},");
            return;
        }

        using (code.Block(head, "},"))
        {
            foreach (var member in about)
            {
                code.Line($"{member},");
            }

            code.Line("Members =");
            using (code.Block("", "],", "["))
            {
                foreach (var member in members)
                {
                    Parameter(code, member, handler, [.. within, parameter.Value]);
                }
            }
        }
    }

    private static IEnumerable<string> About(ParameterModel parameter, HandlerModel handler)
    {
        if (IsOptional(parameter))
        {
            yield return "IsOptional = true";
            if (DefaultOf(parameter) is { } value)
            {
                yield return parameter.Clr is "int" or "string" or "bool" ? $"Default = {value}" : $"Default = ({parameter.Clr})({value})";
            }
        }

        if (parameter.Type.EndsWith("?", StringComparison.Ordinal))
        {
            yield return "IsNullable = true";
        }

        if (parameter.Source is ParameterKind.Provided)
        {
            var providers = handler.Layers.Providers.ToList();
            var at = providers.FindIndex(provider => provider.Local == parameter.Expression);
            yield return $"Provider = {CSharpLiteral.Quote(providers[at].Display)}";
            // The same function may be on two layers.
            if (providers.FindIndex(provider => provider.Display == providers[at].Display) != at)
            {
                yield return $"ProviderAt = {at}";
            }
        }

        if (parameter.Source is ParameterKind.KeyedService)
        {
            yield return $"Key = {parameter.Expression}";
        }

        if (parameter.Rules.Count > 0)
        {
            yield return $"Rules = [{string.Join(", ", parameter.Rules.Select(Creation))}]";
        }

        if (parameter.IsUnchecked)
        {
            yield return "IsUnchecked = true";
        }
    }

    private static void Rules(SourceWriter code, RulesModel model)
    {
        RuleClassEmitter.Suppression(code, model.Members.SelectMany(member => member.Rules).Concat(model.Rules));
        using (code.Block($"private static DescribedType {model.ClassName}() => new(typeof({model.Type}))", "};"))
        {
            if (model.Rules.Count > 0)
            {
                code.Line($"Rules = [{string.Join(", ", model.Rules.Select(Creation))}],");
            }

            code.Line("Members =");
            using (code.Block("", "],", "["))
            {
                foreach (var member in model.Members.Where(member => member.Rules.Count > 0))
                {
                    code.Line($"new({CSharpLiteral.Quote(member.WireName.StartsWith("=", StringComparison.Ordinal) ? member.Name + member.WireName : member.WireName)}, [{string.Join(", ", member.Rules.Select(Creation))}]),");
                }
            }
        }
    }

    private static void Texts(SourceWriter code, string name, IEnumerable<string> texts)
    {
        var all = texts.Select(CSharpLiteral.Quote).ToList();
        if (all.Count > 0)
        {
            code.Line($"{name} = [{string.Join(", ", all)}],");
        }
    }

    // A rule that is created when it is broken asks the report for the name of another member: here that name stays as in the source.
    private static string Creation(RuleModel rule) => RuleClassEmitter.Short(rule.IsMadeLate ? rule.Creation.Replace("(report.NameOf(", "((") : rule.Creation);

    private static bool IsOptional(ParameterModel parameter) =>
        parameter.OrElse is not null || parameter.IsGiven || parameter.Setting is { IsLate: true } || IsBox(parameter);

    // An unchecked box is not sent.
    private static bool IsBox(ParameterModel parameter) => parameter is { Source: ParameterKind.Form, Reader: "CheckBoxText", Collection: CollectionKind.None };

    private static string? DefaultOf(ParameterModel parameter) =>
        IsBox(parameter) && parameter.OrElse is null ? "false"
        : parameter.OrElse is null or "null" || parameter.OrElse.StartsWith("default", StringComparison.Ordinal) || parameter.IsGiven || parameter.Collection is not CollectionKind.None || parameter.Source is ParameterKind.Group ? null : parameter.OrElse;

    private static string SourceOf(ParameterModel parameter) => parameter.Source switch
    {
        ParameterKind.Context when parameter.Expression is "context.Request.Body" or "context.Request.BodyReader" => "Body",
        ParameterKind.Context => "Framework",
        ParameterKind.RawBytes => "Body",
        ParameterKind.Provided => "Provider",
        ParameterKind.FormObject or ParameterKind.File or ParameterKind.WholeForm => "Form",
        var source => source.ToString(),
    };

    private static IEnumerable<FunctionModel> One(FunctionModel? function) => function is null ? [] : [function];
}
