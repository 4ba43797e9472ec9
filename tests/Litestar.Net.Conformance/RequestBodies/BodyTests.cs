using Litestar.Conformance.Apps;
using Litestar.Conformance.Apps.Json;

namespace Litestar.Conformance;

/// <summary>What a JSON body must hold, and what it may hold in which shape.</summary>
public sealed class BodyTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        // What an initializer has made stays where nothing came.
        ("""POST /bodies/profile {"id":1,"age":3}""", """201 {"name":"anonymous","tags":["new"],"id":1,"age":3,"note":null}"""),
        ("""POST /bodies/profile {"note":"n","age":3,"tags":[],"name":"Ann","id":1}""", """201 {"name":"Ann","tags":[],"id":1,"age":3,"note":"n"}"""),
        ("POST /bodies/profile {}", "400 id: Missing required member 'id'. age: Missing required member 'age'."),
        ("""POST /bodies/profile {"id":1,"age":3,"name":null,"tags":null}""", "400 name: Member 'name' must not be null. tags: Member 'tags' must not be null."),
        ("""POST /bodies/person {"city":"Rome"}""", """201 {"city":"Rome","floor":2,"name":"anonymous"}"""),
        ("""POST /bodies/person {"name":"Ann","floor":1,"city":"Rome"}""", """201 {"city":"Rome","floor":1,"name":"Ann"}"""),
        ("""POST /bodies/person {"name":7}""", "400 city: Missing required member 'city'. name: Member 'name' must be text, not 7."),
        ("""POST /bodies/spot {"x":1}""", """201 {"x":1,"y":7,"z":5}"""),
        ("""POST /bodies/spot {"z":3,"y":2,"x":1}""", """201 {"x":1,"y":2,"z":3}"""),
        ("""POST /bodies/spot {"y":2}""", "400 x: Missing required member 'x'."),
        ("POST /bodies/page {}", """201 {"size":20,"items":[]}"""),
        ("""POST /bodies/page {"items":[{"x":1,"z":0}],"size":1}""", """201 {"size":1,"items":[{"x":1,"y":7,"z":0}]}"""),
        // Enums by name or number, wherever they stand.
        ("""POST /bodies/painting {"shade":"dark","stage":"in-progress","levels":["LOW",5,"1"],"owners":{"read":"Light","Read,Write":1},"rights":3,"shape":"square","mood":"Wild"}""", "201 Dark InProgress Low|High|Low Read=Light|Read, Write=Dark Read, Write Square Wild"),
        ("""POST /bodies/painting {"shade":0,"levels":[],"owners":{},"rights":"Write","shape":1,"mood":0}""", "201 Light    Write Square Calm"),
        ("""POST /bodies/painting {"shade":2,"stage":"x","levels":[0,"Mid",1],"owners":{"4":"Light","Read":null},"rights":4}""", "400 shade: Member 'shade' must be one of Light, Dark, not 2. stage: Member 'stage' must be one of in-progress, Done, not \"x\". levels[0]: Member 'levels[0]' must be one of Low, High, not 0. levels[1]: Member 'levels[1]' must be one of Low, High, not \"Mid\". owners.4: The keys of member 'owners' must each be one of Read, Write, or several joined by commas, not '4'. owners.Read: Member 'owners.Read' must not be null. rights: Member 'rights' must be one of Read, Write, or several joined by commas, not 4."),
        ("""POST /bodies/painting {"shade":1.5,"levels":[],"owners":{}}""", "400 shade: Member 'shade' must be one of Light, Dark, not 1.5."),
        ("""POST /bodies/painting {"shade":true,"levels":[],"owners":{}}""", "400 shade: Member 'shade' must be one of Light, Dark, not true."),
        ("""POST /bodies/painting {"shade":"","levels":[],"owners":{}}""", "400 shade: Member 'shade' must be one of Light, Dark, not \"\"."),
        ("""POST /bodies/painting {"shade":1,"levels":[],"owners":{},"shape":7}""", "400 shape: Member 'shape' must be one of Round, Square, not 7."),
        ("""POST /bodies/painting {"shade":1,"levels":[],"owners":{},"mood":7}""", "400 mood: Member 'mood' must be one of Calm, Wild, not 7."),
        ("""POST /bodies/shades ["Light",null,1]""", "201 Light||Dark"),
        ("POST /bodies/shade \"dark\"", "201 1"),
        ("POST /bodies/shade 7", "400 : The body must be one of Light, Dark, not 7."),
        ("POST /bodies/counts {\"x\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\",\"1\":\"g\"}", "400 x: The body's keys must each be a whole number from -2147483648 to 2147483647, not 'x'. 1: Member '1' must be a GUID, not \"g\"."),
        // What the types themselves refuse.
        ("""POST /bodies/trip {"name":"a","bookings":[{"seats":1,"row":"A","code":"xyz","colour":"#ff"}]}""", "201 a 1AxyzHex { Value = 255 }"),
        ("""POST /bodies/trip {"name":"a","bookings":[{"seats":-1,"row":"A"},{"seats":1,"row":""},{"seats":1,"row":"B","code":"x"}]}""", "400 bookings[0].seats: seats ('-1') must be a non-negative value. bookings[1]: A row has a letter. bookings[2].code: A code has three letters."),
        ("""POST /bodies/trip {"name":"a","bookings":[{"seats":1,"row":"A","colour":"ff"},{"seats":1,"row":"A","colour":"#xy"}]}""", "400 bookings[0].colour: A colour starts with '#'. bookings[1].colour: The input string 'xy' was not in a correct format."),
        ("""POST /bodies/trip {"name":"a","bookings":[{"seats":1,"row":"A","broken":"b"}]}""", "500 The server failed to answer this request."),
        // Text, and how deep it stands.
        ("""POST /bodies/person {"city":"a\u0000b"}""", "400 city: Member 'city' contains a NUL character."),
        ("""POST /bodies/person {"city":"a\\u0000b"}""", """201 {"city":"a\\u0000b","floor":2,"name":"anonymous"}"""),
        ("POST /bodies/tree " + new string('[', 64) + new string(']', 64), "201 Array"),
        ("POST /bodies/tree " + new string('[', 65) + new string(']', 65), "400 : The body is nested deeper than the 64 levels that are accepted."));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_body_is_read_or_its_faults_are_named(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    // A body above 16 MiB is read as it comes, and its first fault is all that is known of it.
    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_large_body_is_refused_in_the_same_words(Host host)
    {
        await using var app = await Start(host);
        var space = new string(' ', 17 << 20);
        foreach (var (path, body, expected) in ((string, string, string)[])
        [
            ("profile", """{"id":"x" """, "400 id: Member 'id' must be a whole number from -2147483648 to 2147483647."),
            ("profile", """{"id":1} """, "400 age: Missing required member 'age'."),
            ("profile", """{"id":1,"age":2,"name":null} """, "400 name: Member 'name' must not be null."),
            ("profile", """{"id":1,"age":2,"tags":["a\u0000"]} """, "400 tags[0]: Member 'tags[0]' contains a NUL character."),
            ("person", """{"city":{}} """, "400 city: Member 'city' must be text."),
            ("painting", """{"shade":7} """, "400 shade: Member 'shade' must be one of Light, Dark."),
            ("painting", """{"levels":{}} """, "400 levels: Member 'levels' must be an array."),
            ("trip", """{"name":"a","bookings":[{"seats":1,"row":"A","code":"x"}]} """, "400 bookings[0].code: A code has three letters."),
            ("trip", """{"name":"a","bookings":[{"seats":1,"row":"A","colour":"x"}]} """, "400 bookings[0].colour: A colour starts with '#'."),
            ("tree", new string('[', 65), "400 : The body is nested deeper than the 64 levels that are accepted."),
            ("profile", """{"id":1,"age":2} x""", "400 : The body is not well-formed JSON: line 1, position 17825810."),
        ])
        {
            var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body.Insert(body.IndexOf(' ') is var at and >= 0 ? at : body.Length, space)));
            content.Headers.ContentType = new("application/json");
            Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, $"/bodies/{path}") { Content = content })));
        }
    }

    private static Task<RunningApp> Start(Host host) => RunningApp.Start(host, [typeof(Bodies)], services => services.AddConformance());
}
