using System.Text.Json;
using System.Text.Json.Serialization;
using Litestar.Conformance.Apps;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Faults are told, and rules asked, in the words of the app's own JSON settings.</summary>
public sealed class JsonSettingTests
{
    private static readonly Dictionary<string, Action<JsonSerializerOptions>> Settings = new()
    {
        ["snake"] = options => options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ["as-written"] = options => options.PropertyNamingPolicy = null,
        ["sensitive"] = options => options.PropertyNameCaseInsensitive = false,
        ["strict-numbers"] = options => options.NumberHandling = JsonNumberHandling.Strict,
        ["closed"] = options => options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ["once"] = options => options.AllowDuplicateProperties = false,
        ["references"] = options => options.ReferenceHandler = ReferenceHandler.Preserve,
        ["lax"] = options => options.RespectNullableAnnotations = options.RespectRequiredConstructorParameters = false,
        ["strict"] = options => options.RespectNullableAnnotations = options.RespectRequiredConstructorParameters = true,
        ["comments"] = options => (options.ReadCommentHandling, options.AllowTrailingCommas) = (JsonCommentHandling.Skip, true),
        ["no-nulls"] = options => options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ["own"] = options => options.TypeInfoResolverChain.Insert(0, SetJson.Default),
    };

    public static TheoryData<Host, string, string, string> Rows =>
        [.. from host in (Host[])[Host.Memory, Host.Mapped]
            from row in Expected
            select new TheoryDataRow<Host, string, string, string>(host, row.Setting, row.Request, row.Answer)];

    private static IEnumerable<(string Setting, string Request, string Answer)> Expected =>
    [
        ("snake", """{"fullName":"a","count":9}""", "400 full_name: Missing required member 'full_name'. count: The field count must be between 0 and 5. tone: Missing required member 'tone'."),
        ("snake", """{"full_name":"a","count":0,"tone":0}""", """201 {"full_name":"a","count":0,"tone":0,"below":null}"""),
        ("snake", """{"full_name":null,"count":0,"tone":0,"below":{}}""", "400 full_name: Member 'full_name' must not be null. below.n: Missing required member 'below.n'."),
        ("as-written", """{"fullName":"a"}""", "400 Count: Missing required member 'Count'. Tone: Missing required member 'Tone'."),
        ("as-written", """{"FullName":"a","Count":9,"Tone":0}""", "400 Count: The field Count must be between 0 and 5."),
        ("sensitive", """{"FullName":"a","count":0,"tone":0}""", "400 fullName: Missing required member 'fullName'."),
        ("sensitive", """{"fullName":"a","count":0,"tone":0}""", """201 {"fullName":"a","count":0,"tone":0,"below":null}"""),
        ("strict-numbers", """{"fullName":"a","count":"0","tone":0}""", "400 count: Member 'count' must be a whole number from 0 to 5, not \"0\"."),
        ("closed", """{"fullName":"a","count":9,"tone":0,"zz":1}""", "400 zz: Member 'zz' is not known. count: The field count must be between 0 and 5."),
        ("closed", """{"fullName":"a","tone":0,"below":{"n":0,"m":0}}""", "400 count: Missing required member 'count'. below.m: Member 'below.m' is not known."),
        ("once", """{"fullName":"a","count":0,"count":1}""", "400 count: Member 'count' comes more than once. tone: Missing required member 'tone'."),
        ("once", """{"fullName":"a","count":0,"tone":0}""", """201 {"fullName":"a","count":0,"tone":0,"below":null}"""),
        ("references", """{"$id":"7","fullName":"a","count":0,"tone":0}""", """201 {"$id":"1","fullName":"a","count":0,"tone":0,"below":null}"""),
        ("references", """{"$id":"7","fullName":"a","count":0}""", "400 tone: Missing required member 'tone'."),
        ("lax", """{"fullName":null,"count":0}""", "400 fullName: Member 'fullName' must not be null. tone: Missing required member 'tone'."),
        ("strict", """{"fullName":"a","count":0,"tone":0}""", """201 {"fullName":"a","count":0,"tone":0,"below":null}"""),
        ("strict", """{"count":9}""", "400 fullName: Missing required member 'fullName'. count: The field count must be between 0 and 5. tone: Missing required member 'tone'."),
        ("comments", """{"fullName":"a",/*none*/"tone":0,}""", "400 count: Missing required member 'count'."),
        ("comments", """{"fullName":"a",/*none*/"count":0,"tone":0,}""", """201 {"fullName":"a","count":0,"tone":0,"below":null}"""),
        ("no-nulls", """{"fullName":"a","count":0,"tone":0,"below":null}""", """201 {"fullName":"a","count":0,"tone":0}"""),
        ("own", """{"fullName":"a","count":0}""", "400 tone: Missing required member 'tone'."),
        ("own", """{"fullName":"a","count":0,"tone":0,"below":{"n":0}}""", """201 {"fullName":"a","count":0,"tone":0,"below":{"n":0}}"""),
        ("own", """{"fullName":"a","count":9,"tone":"Loud"}""", "400 count: The field count must be between 0 and 5. tone: Member 'tone' must be one of Low, High, not \"Loud\"."),
    ];

    [Theory, MemberData(nameof(Rows))]
    public async Task A_setting_is_kept(Host host, string setting, string body, string answer)
    {
        await using var app = await RunningApp.Start(host, [typeof(Set)], services => services.ConfigureHttpJsonOptions(options => Settings[setting](options.SerializerOptions)));

        Assert.Equal(answer, Summary.Of(await app.Ask($"POST /settings {body}")));
    }
}

[JsonSerializable(typeof(Set.Asked))]
internal sealed partial class SetJson : JsonSerializerContext;
