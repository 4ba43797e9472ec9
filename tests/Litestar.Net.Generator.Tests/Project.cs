using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests;

/// <summary>The settings of the project that tested code belongs to.</summary>
internal sealed record Project
{
    public static readonly Project Default = new();

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool ImplicitUsings { get; init; } = true;

    public bool Unsafe { get; init; }

    public bool Checked { get; init; }

    /// <summary>Further assemblies, such as those of an earlier build.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    public CSharpParseOptions Parsing => new(Language);

    public CSharpCompilationOptions Compiling(OutputKind kind) => new(
        kind,
        nullableContextOptions: Nullable,
        allowUnsafe: Unsafe,
        checkOverflow: Checked,
        optimizationLevel: OptimizationLevel.Release);

    public string Usings => (ImplicitUsings ? SdkUsings : "") + "global using static Serving;\n";

    // Those of Microsoft.NET.Sdk, and ours from buildTransitive/Litestar.Net.props.
    private const string SdkUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Litestar;

        """;
}
