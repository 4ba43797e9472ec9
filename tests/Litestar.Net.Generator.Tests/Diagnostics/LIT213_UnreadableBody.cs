namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A body's type cannot be created.</summary>
public sealed class LIT213_UnreadableBody
{
    [Theory]
    [InlineData("interface IShape { int Sides { get; } }", "IShape", "'IShape' is an interface")]
    [InlineData("abstract class Shape { public int Sides { get; set; } }", "Shape", "'Shape' is abstract")]
    [InlineData("class Shape { private Shape() { } public int Sides { get; set; } }", "Shape?", "'Shape' has no public constructor")]
    [InlineData("class Shape { public Shape(int a) { } public Shape(string b) { } }", "Shape", "'Shape' has 2 public constructors")]
    [InlineData("abstract class Shape;", "List<Shape>", "'Shape' is abstract")]
    [InlineData("interface IShape; record Drawing(IShape Shape);", "Drawing", "'IShape' is an interface")]
    [InlineData("interface IShape; class Drawing { public required IShape[] Shapes { get; set; } }", "Drawing", "'IShape' is an interface")]
    [InlineData("", "int[,]", "is an array of several dimensions")]
    [InlineData("", "Func<int>", "'Func<int>' is a delegate")]
    public void Its_fault_is_named(string types, string type, string fact) => Assert.Contains(fact, Generated.Verify("LIT213", Shapes(types, type), "shape").GetMessage());

    [Theory]
    [InlineData("record Shape(int Sides);", "Shape")]
    [InlineData("class Shape { public Shape() { } public Shape(int a) { } }", "Shape")]
    [InlineData("class Shape { public Shape(string b) { } [JsonConstructor] public Shape(int sides) { } public int Sides { get; } }", "Shape")]
    [InlineData("[JsonDerivedType(typeof(Square), \"square\")] abstract record Shape; record Square(int Side) : Shape;", "Shape")]
    [InlineData("struct Shape { public Shape(int a) { } }", "Shape")]
    [InlineData("interface IShape; record Drawing(IShape? Shape, IShape? Other = null);", "Drawing")]
    [InlineData("record Node(Node? Left, Node[] Others);", "Node")]
    [InlineData("", "IReadOnlyList<int>")]
    [InlineData("", "IDictionary<string, int>")]
    public void What_can_be_made_is_let_be(string types, string type) => Generated.Ok(Shapes(types, type));

    private static string Shapes(string types, string type) => $$"""
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc;
        static class Shapes { [Post("/")] internal static string Draw([FromBody] {{type}} shape) => ""; }
        {{types}}
        """;
}
