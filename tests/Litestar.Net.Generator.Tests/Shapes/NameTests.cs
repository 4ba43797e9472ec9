namespace Litestar.Generator.Tests.Shapes;

/// <summary>Names of the user's that are also ours, the framework's or the language's.</summary>
public sealed class NameTests
{
    [Fact]
    public Task Types_of_the_global_namespace() => Generated.Ask("""
        Serve([typeof(Users)]);

        class Task; class Bind; class Text; class HttpContext; class Respond; class HandlerCode; class Func; class Parsed<T>;
        class JsonTypeInfo<T>; class RouteText; class QueryName; class HandlerDeclaration; class UnsafeAccessor; class Type; class Body<T>; class Service<T>;
        record Person(Text? Text, int Age);
        static class Users
        {
            [Get("/a/{id}")] public static async System.Threading.Tasks.Task<string> A(int id, Microsoft.AspNetCore.Http.HttpContext context) { await System.Threading.Tasks.Task.Yield(); return $"{id}"; }
            [Get("/b")] private static Person B(int age) => new(new Text(), age);
        }
        """, ("GET /a/1", "1"), ("GET /b?age=1", """{"text":{},"age":1}"""));

    [Fact]
    public Task Types_that_differ_in_case_alone() => Generated.Ask("""
        Serve([Take, take, TAKE, Check, Nest]);

        [Post("/json")] static My Take(My my) => my;
        [Post("/rules")] static string take(Two two) => "";
        [Get("/upper")] static string TAKE() => "upper";
        [Post("/both")] static string Check(SKU one) => "";
        [Post("/nest")] static Outer<int>.In Nest(Outer<string>.In a) => new(int.Parse(a.Value));

        record My(System.DateTime At, Datetime Alt, datetime? Third, STRING Text, int32 Number, Int32[] Numbers, GetJsonTypeinfo A, Propertynames B, Create_My C, global_Datetime D);
        record Datetime(int N);
        record datetime(int N);
        record global_Datetime(int N);
        record STRING(int N);
        record int32(int N);
        record Int32(int N);
        record GetJsonTypeinfo(int N);
        record Propertynames(int N);
        record Create_My(int N);
        record Two(Sku A, SKU B, sku C);
        record Sku([property: System.ComponentModel.DataAnnotations.Range(1, 2)] int N);
        record SKU([property: System.ComponentModel.DataAnnotations.Range(3, 4)] int N);
        record struct sku([property: System.ComponentModel.DataAnnotations.Range(5, 6)] int N);
        class Outer<T> { public record In(T Value); }
        """,
        ("""POST /json {"at":"2020-01-01T00:00:00","alt":{"n":1},"third":{"n":2},"text":{"n":3},"number":{"n":4},"numbers":[{"n":5}],"a":{"n":6},"b":{"n":7},"c":{"n":8},"d":{"n":9}}""",
            """{"at":"2020-01-01T00:00:00","alt":{"n":1},"third":{"n":2},"text":{"n":3},"number":{"n":4},"numbers":[{"n":5}],"a":{"n":6},"b":{"n":7},"c":{"n":8},"d":{"n":9}}"""),
        ("""POST /rules {"a":{"n":1},"b":{"n":3},"c":{"n":5}}""", ""),
        ("""POST /both {"n":4}""", ""),
        ("GET /upper", "upper"),
        ("""POST /nest {"value":"7"}""", """{"value":7}"""));

    [Fact]
    public void Files_of_types_that_differ_in_case_keep_their_names_when_the_order_changes()
    {
        const string First = "record Sku([property: System.ComponentModel.DataAnnotations.Range(1, 2)] int N);", Second = "record SKU([property: System.ComponentModel.DataAnnotations.Range(1, 2)] int N);";
        static IEnumerable<string> FilesOf(string code) => Build.Of(code).Run.Results.Single().GeneratedSources.Select(source => source.HintName).Order();

        var forth = FilesOf($$"""static class A { [Post("/a")] static string B(Sku a) => ""; [Post("/b")] static string C(SKU a) => ""; } {{First}} {{Second}}""").ToList();
        var back = FilesOf($$"""{{Second}} {{First}} static class A { [Post("/b")] static string C(SKU a) => ""; [Post("/a")] static string B(Sku a) => ""; }""").ToList();

        Assert.Equal(forth, back);
        Assert.Equal(forth.Count, forth.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public Task Local_functions_named_like_words_of_the_seam() => Generated.Ask("""
        Serve([Task, Bind, Text, Respond, Func, HandlerTable, HandlerJson, Action]);

        [Get("/task")] static string Task(int a = 1) => "task";
        [Get("/bind")] static string Bind(int a) => "bind";
        [Get("/text")] static string Text(string a) => "text";
        [Get("/respond")] static string Respond() => "respond";
        [Get("/func")] static string Func() => "func";
        [Get("/table")] static int[] HandlerTable() => [1];
        [Get("/json")] static int[] HandlerJson() => [1];
        [Get("/action")] static string Action() => "action";
        """, ("GET /task", "task"), ("GET /bind?a=1", "bind"), ("GET /text?a=1", "text"), ("GET /respond", "respond"), ("GET /func", "func"), ("GET /table", "[1]"), ("GET /json", "[1]"), ("GET /action", "action"));

    [Theory]
    [InlineData("", "context, bind, result, setup, type, context_, json, status, function, _json, @class, @event, value, @await, async, var, record, @return, field, nameof, when, Task, HttpContext, _, refuse")]
    [InlineData("private", "context, bind, result, setup, type, context_, json, status, function, _json, @class, @event, value, @await, async, var, record, @return, field, nameof, when, Task, HttpContext, _, refuse")]
    [InlineData("public", "context, bind, result, setup, type, context_, json, status, function, _json, @class, @event, value, @await, async, var, record, @return, field, nameof, when, Task, HttpContext, _, refuse")]
    [InlineData("", "Bind, Respond, Refuse, Function, RawBody, Text, Invoke, global, System, Litestar, name, _name, name_")]
    [InlineData("private", "Bind, Respond, Refuse, Function, RawBody, Text, Invoke, global, System, Litestar, name, _name, name_")]
    [InlineData("public", "Bind, Respond, Refuse, Function, RawBody, Text, Invoke, global, System, Litestar, name, _name, name_")]
    public Task Parameters_named_like_the_corridor(string accessibility, string list)
    {
        var names = list.Split(", ");
        var parameters = string.Join(", ", names.Select(name => $"string {name}"));
        var code = $"[Get(\"/a\")] {accessibility} static string[] Show({parameters}, int[]? Listed = null, int defaulted = 1) => [{list}];";
        return Generated.Ask(
            accessibility is "" ? $"Serve([Show]);\n{code}" : $"Serve([typeof(Holder)]);\nstatic class Holder {{ {code} }}",
            ($"GET /a?{string.Join("&", names.Select((name, i) => $"{name.TrimStart('@')}={i}"))}", $"[{string.Join(",", names.Select((_, i) => $"\"{i}\""))}]"));
    }

    [Fact]
    public Task Namespaces_with_segments_of_the_frameworks() => Generated.Ask("""
        // file: Program.cs
        Serve([typeof(MyApp.System.Users), typeof(Shop.Litestar.Users), typeof(Microsoft.Mine.Users), typeof(Litestar.Mine.Users), typeof(@event.@class.Users), typeof(Mine.Generated.Users)]);
        // file: 1.cs
        namespace MyApp.System;
        public record User(string Name);
        static class Users { [Get("/1")] public static User Show(string name) => new(name); }
        // file: 2.cs
        namespace Shop.Litestar;
        using global::Litestar;
        public record User(string Name);
        static class Users { [Get("/2")] public static User Show(string name) => new(name); [Get("/22")] private static User Hidden([Microsoft.AspNetCore.Mvc.FromServices] User? user = null) => new("x"); }
        // file: 3.cs
        namespace Microsoft.Mine;
        static class Users { [Get("/3")] public static string[] Show(string name) => [name]; }
        // file: 4.cs
        namespace Litestar.Mine;
        class Task; class Bind; class Text;
        static class Users { [Get("/4")] public static string Show(string name) => name; }
        // file: 5.cs
        namespace @event.@class;
        public record @record(string @string);
        static class Users { [Get("/5")] public static @record Show(string name, int @int = 3) => new(name); [Get("/55")] private static string @static() => "static"; }
        // file: 6.cs
        namespace Mine.Generated;
        static class Users { [Get("/6")] public static string Show(string name) => name; }
        """, ("GET /1?name=a", """{"name":"a"}"""), ("GET /2?name=a", """{"name":"a"}"""), ("GET /3?name=a", "[\"a\"]"), ("GET /4?name=a", "a"), ("GET /5?name=a", """{"string":"a"}"""), ("GET /55", "static"), ("GET /6?name=a", "a"));

    [Fact]
    public Task Handlers_and_classes_named_by_keywords_and_letters_beyond_ascii() => Generated.Ask("""
        Serve([@default, typeof(@class), typeof(Größe)]);

        [Get("/default")] static string @default(int @if = 1) => $"{@if}";
        static class @class { [Get("/class")] public static string @void() => "void"; }
        static class Größe { [Get("/größe/{länge}")] public static string Messen(int länge) => $"{länge}"; }
        """, ("GET /default?if=2", "2"), ("GET /class", "void"), ("GET /gr%C3%B6%C3%9Fe/3", "3"));

    [Fact]
    public Task Aliases_and_global_usings() => Generated.Ask("""
        global using Task = System.Threading.Tasks.Task<int>;
        global using Text = System.String;
        global using static System.Math;
        global using Users = System.Collections.Generic.List<System.Collections.Generic.Dictionary<string, int[]>>;
        Serve([All]);

        [Get("/all")] static Task All(Text text) => System.Threading.Tasks.Task.FromResult(text.Length);
        [Get("/users")] static Users More() => [];
        """, ("GET /all?text=abc", "3"));
}
