using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace Litestar.Conformance;

/// <summary>Each feature with types of every shape: names, namespaces, accessibility, inheritance, nullability, generics. A row is a request and its answer; behind <c>^</c> stands a header, behind <c>~</c> a form.</summary>
public sealed class ShapeTests(ShapeApps apps) : IClassFixture<ShapeApps>
{
    private const string Requests = """"
        POST /shapes/json/names {"a.b":1,"c d":2,"e[0]":3,"ü\"'":4} => 201 {"a.b":1,"c d":2,"e[0]":3,"\u00FC\u0022\u0027":4}
        POST /shapes/json/names {"a.b":"x","c d":"y","e[0]":"z"} => 400 a.b: Member 'a.b' must be a whole number from -2147483648 to 2147483647, not "x". c d: Member 'c d' must be a whole number from -2147483648 to 2147483647, not "y". e[0]: Member 'e[0]' must be a whole number from -2147483648 to 2147483647, not "z". ü"': Missing required member 'ü"''.
        POST /shapes/json/rulednames {"a.b":9,"c d":9} => 400 a.b: The field a.b must be between 1 and 5. c d: The field c d must be between 1 and 5.
        POST /shapes/json/override {"n":9} => 400 n: The field n must be between 1 and 5.
        POST /shapes/json/overridenew {"n":7} => 201 {"n":7}
        POST /shapes/json/hidden {"n":"q"} => 201 {"n":"q"}
        POST /shapes/json/hidden {"n":null} => 400 n: Member 'n' must not be null.
        POST /shapes/json/concrete {"value":"a"} => 201 {"value":"a","more":[]}
        POST /shapes/json/concrete {"value":null,"more":[null]} => 400 value: Member 'value' must not be null. more[0]: Member 'more[0]' must not be null.
        POST /shapes/json/concretenull {"value":null,"more":[null]} => 201 {"value":null,"more":[null]}
        POST /shapes/json/page {"items":[{"x":1}]} => 201 {"items":[{"x":1,"y":3}],"total":0}
        POST /shapes/json/page {"items":[null]} => 400 items[0]: Member 'items[0]' must not be null.
        POST /shapes/json/pagenull {"items":[null]} => 201 {"items":[null],"total":0}
        POST /shapes/json/pagestr {"items":[null]} => 201 {"items":[null],"total":0}
        POST /shapes/json/outer {"one":{"n":9,"extra":null}} => 400 one.n: The field n must be between 1 and 5. one.extra: Member 'one.extra' must not be null.
        POST /shapes/json/point {"x":1} => 201 {"x":1,"y":3}
        POST /shapes/json/pointnull null => 201 
        POST /shapes/json/pointnull {"x":1} => 201 Point { X = 1, Y = 3 }
        POST /shapes/json/plain {} => 201 {"a":4,"b":"b"}
        POST /shapes/json/plain {"a":1} => 201 {"a":1,"b":"b"}
        POST /shapes/json/ro {"a":1} => 201 {"a":1}
        POST /shapes/json/nulls {"a":[null],"b":[null],"c":{"x":null},"d":{"x":["a"]},"e":[null,["a"]]} => 201 {"a":[null],"b":[null],"c":{"x":null},"d":{"x":["a"]},"e":[null,["a"]]}
        POST /shapes/json/nulls {"a":[],"b":[],"c":{},"d":{"x":null},"e":[[null]]} => 400 d.x: Member 'd.x' must not be null. e[0][0]: Member 'e[0][0]' must not be null.
        POST /shapes/json/deep {"a":{"x":{"y":[null,{"x":1}]}}} => 201 {"a":{"x":{"y":[null,{"x":1,"y":3}]}}}
        POST /shapes/json/deep {"a":{"x":{"y":[{"x":"q"}]},"z":null}} => 400 a.x.y[0].x: Member 'a.x.y[0].x' must be a whole number from -2147483648 to 2147483647, not "q". a.z: Member 'a.z' must not be null.
        POST /shapes/json/fields {"a":1,"b":2,"c":3} => 201 {"a":1,"c":3}
        POST /shapes/json/fields {"a":1,"c":9} => 400 c: The field c must be between 1 and 5.
        POST /shapes/json/internals {"a":1} => 201 {"a":1,"b":1,"c":3}
        POST /shapes/json/getter {"a":1,"l":[2]} => 201 {"a":7,"l":[1]}
        POST /shapes/json/ctor {"a":1} => 201 {"a":1,"b":"b"}
        POST /shapes/json/ctor {} => 400 a: Missing required member 'a'.
        POST /shapes/json/rec {"a":1,"next":{"a":2},"all":[{"a":3}]} => 201 {"a":1,"next":{"a":2,"next":null,"all":null},"all":[{"a":3,"next":null,"all":null}]}
        POST /shapes/json/rec {"a":1,"next":{"b":2},"all":[{},null]} => 400 next.a: Missing required member 'next.a'. all[0].a: Missing required member 'all[0].a'. all[1]: Member 'all[1]' must not be null.
        GET /shapes/json/ihas => 200 {"a":1}
        POST /shapes/json/zoo {"pets":[{"kind":"cat","name":"a","lives":99},{"kind":2,"name":"b"}],"byName":{"x":null}} => 400 pets[0].lives: The field lives must be between 1 and 9.
        POST /shapes/json/zoo {"pets":[{"name":"a","kind":"cat","lives":1}],"byName":{},"best":{"kind":"cow"}} => 400 best.kind: Member 'best.kind' must be one of cat, 2, not "cow".
        POST /shapes/json/pet {"kind":2,"name":"x"} => 201 {"kind":2,"good":true,"name":"x"}
        POST /shapes/json/pet {"name":"x"} => 400 kind: Missing required member 'kind'.
        POST /shapes/json/enums {"a":"a","b":9223372036854775807,"c":["R","R,W"],"d":{"A":"in-progress"}} => 201 {"a":0,"b":9223372036854775807,"c":[1,3],"d":{"A":"in-progress"},"x":"Done"}
        POST /shapes/json/enums {"a":7,"b":"x","c":[9],"d":{"Q":"Done"},"x":"InProgress"} => 400 a: Member 'a' must be one of A, B, not 7. b: Member 'b' must be one of Big, not "x". c[0]: Member 'c[0]' must be one of R, W, or several joined by commas, not 9. d.Q: The keys of member 'd' must each be one of A, B, not 'Q'. x: Member 'x' must be one of in-progress, Done, not "InProgress".
        POST /shapes/json/times {"a":"2024-01-01","b":"2024-01-01T00:00:00Z","c":"2024-01-01","d":"10:00","g":"01:00:00","h":"00000000-0000-0000-0000-000000000001","i":"http://a","j":"1.2"} => 201 {"a":"2024-01-01T00:00:00","b":"2024-01-01T00:00:00+00:00","c":"2024-01-01","d":"10:00:00","g":"01:00:00","h":"00000000-0000-0000-0000-000000000001","i":"http://a","j":"1.2"}
        POST /shapes/json/times {"a":"x","b":"x","c":"x","d":"x","g":"x","h":"x","i":"http://[","j":"x"} => 400 a: Member 'a' must be a date and time such as 2024-02-29T13:30:00Z, not "x". b: Member 'b' must be a date and time such as 2024-02-29T13:30:00Z, not "x". c: Member 'c' must be a date such as 2024-02-29, not "x". d: Member 'd' must be a time such as 13:30:00, not "x". g: Member 'g' must be a duration such as 1.12:30:00, not "x". h: Member 'h' must be a GUID, not "x". i: Member 'i' must be a URI, not "http://[". j: Member 'j' must be a valid Version, not "x".
        POST /shapes/json/numbers {"a":255,"b":-1,"c":1,"d":1,"g":1,"h":1,"i":1.5,"j":1e300,"k":1.1,"l":1,"m":1,"n":"x"} => 201 {"a":255,"b":-1,"c":1,"d":1,"g":1,"h":1,"i":1.5,"j":1E+300,"k":1.1,"l":1,"m":1,"n":"x"}
        POST /shapes/json/numbers {"a":256,"b":-999,"c":1.5,"d":-1,"g":-1,"h":-1,"i":1e999,"j":1e999,"k":1e99,"l":"x","m":1e9,"n":"xx"} => 400 a: Member 'a' must be a whole number from 0 to 255, not 256. b: Member 'b' must be a whole number from -128 to 127, not -999. c: Member 'c' must be a whole number from -32768 to 32767, not 1.5. d: Member 'd' must be a whole number from 0 to 65535, not -1. g: Member 'g' must be a whole number from 0 to 4294967295, not -1. h: Member 'h' must be a whole number from 0 to 18446744073709551615, not -1. i: Member 'i' must be a number, not 1e999. j: Member 'j' must be a number, not 1e999. k: Member 'k' must be a number, not 1e99. l: Member 'l' must be a whole number from -170141183460469231731687303715884105728 to 170141183460469231731687303715884105727, not "x". m: Member 'm' must be a number, not 1e9. n: Member 'n' must be one character, not "xx".
        POST /shapes/json/sets {"a":[1],"c":[1],"d":[1],"g":[1],"h":[1],"i":{"a":1},"j":{"a":1},"k":[1],"l":[1],"m":{"a":1},"n":[1]} => 201 1111111111
        POST /shapes/json/sets {"a":[null],"c":["x"],"d":[],"g":[],"h":[],"i":{"a":null},"j":{"a":"x"},"k":{},"l":[],"m":[],"n":[]} => 400 a[0]: Member 'a[0]' must not be null. c[0]: Member 'c[0]' must be a whole number from -2147483648 to 2147483647, not "x". i.a: Member 'i.a' must not be null. j.a: Member 'j.a' must be a whole number from -2147483648 to 2147483647, not "x". k: Member 'k' must be an array, not {}. m: Member 'm' must be an object, not [].
        POST /shapes/json/any {"a":1,"b":{"x":1},"c":[],"d":"s","g":{"q":1}} => 201 Number {"x":1} Array String 1
        POST /shapes/json/any {"a":null} => 201 Null    
        POST /shapes/json/any {} => 400 a: Missing required member 'a'.
        POST /shapes/json/extra {"a":1,"zz":[1]} => 201 {"a":1,"zz":[1]}
        POST /shapes/json/bytes {"a":"AQ==","b":"AQ==","c":"AQ=="} => 201 {"a":"AQ==","b":"AQ==","c":"AQ=="}
        POST /shapes/json/bytes {"a":"!","b":"AQ==","c":1} => 400 a: Member 'a' must be text in Base64, not "!". c: Member 'c' must be text in Base64, not 1.
        POST /shapes/json/ordered {} => 400 z: Missing required member 'z'. a: Missing required member 'a'.
        POST /shapes/json/snake {"longName":1,"otherName":9,"text_Value":"q"} => 400 otherName: The field otherName must be between 1 and 5.
        POST /shapes/json/holder {"one":{"a":3},"many":[{"a":4},{"a":1}],"none":{"a":3}} => 400 one.a: Not 3. many[0]: Whole. none.a: Not 3.
        POST /shapes/json/custom {"a":1,"b":3,"c":5} => 400 a: a A odd b: Bee B odd c: c C odd
        POST /shapes/json/compare {"a":"x","b":"y"} => 400 b: 'b' and 'a' do not match.
        POST /shapes/json/oblivious {"a":null,"b":null} => 400 c: Missing required member 'c'.
        POST /shapes/json/oblivious {"c":"x"} => 201 {"a":null,"b":null,"c":"x"}
        POST /shapes/json/defaults {} => 201 {"a":5,"b":"b","c":5,"d":1.5,"x":true,"y":"y","z":3,"m":1.1,"t":null,"n":null,"p":{"x":0,"y":0}}
        POST /shapes/json/defaults {"a":null} => 400 a: Member 'a' must not be null.
        POST /shapes/json/inits {"b":"x"} => 201 {"a":1,"b":"x","c":{"x":1,"y":3},"d":[1],"g":null}
        POST /shapes/json/inits {} => 400 b: Missing required member 'b'.
        POST /shapes/json/own {"a":[{"x":1}],"b":{"k":{"x":1}}} => 201 {"a":[{"x":1,"y":3}],"b":{"k":{"x":1,"y":3}}}
        POST /shapes/json/own {"a":[{}],"b":{"k":{}}} => 400 a[0].x: Missing required member 'a[0].x'. b.k.x: Missing required member 'b.k.x'.
        POST /shapes/json/ignored {"a":5,"b":1,"c":"no","d":null} => 201 {"b":1}
        POST /shapes/json/numbertext {"a":"5","b":1} => 201 {"a":5,"b":1}
        POST /shapes/json/numbertext {"a":"x","b":"5"} => 400 a: Member 'a' must be a whole number from -2147483648 to 2147483647, not "x".
        POST /shapes/json/strict {"a":1,"z":2} => 400 z: Member 'z' is not known.
        POST /shapes/json/populated {"a":[2]} => 201 {"a":[1,2]}
        POST /shapes/json/intlist [1,null] => 400 [1]: Member '[1]' must not be null.
        POST /shapes/json/dict {"a":null,"b":1} => 201 {"a":null,"b":1}
        POST /shapes/json/str "x" => 201 x
        POST /shapes/json/str null => 400 : The body is null where a value is required.
        POST /shapes/json/bool true => 201 true
        POST /shapes/json/bool "true" => 400 : The body must be true or false, not "true".
        POST /shapes/json/jagged [[1],[]] => 201 [[1],[]]
        POST /shapes/json/jagged [[1],null] => 400 [1]: Member '[1]' must not be null.
        POST /shapes/json/opt null => 201 
        POST /shapes/json/opt => 201 
        PUT /shapes/json/validated {"a":4} => 400 : Whole.
        PATCH /shapes/json/tasks {"a":1} => 200 {"items":[{"a":1,"next":null,"all":null}],"total":0}
        POST /shapes/json/value-task {"a":0} => 201 null
        GET /shapes/json/stream => 200 [{"a":1,"next":null,"all":null},{"a":2,"next":null,"all":null}]
        GET /shapes/json/null => 200 null
        GET /shapes/json/nan => 500 The server failed to answer this request.
        DELETE /shapes/json/del {"a":1} => 200 1
        QUERY /shapes/json/query {"a":1} => 200 1
        POST /shapes/forms/simple ~name=a => 201 Simple { Name = a, Age = 3, Shade = Dark, Opt = , Note =  }
        POST /shapes/forms/simple ~name=a&age=&shade=&opt=&note= => 201 Simple { Name = a, Age = 3, Shade = Dark, Opt = , Note =  }
        POST /shapes/forms/simple ~age=x&shade=q&opt=z => 400 name: Missing required form field 'name'. age: Form field 'age' must be a whole number from -2147483648 to 2147483647, not 'x'. shade: Form field 'shade' must be one of Light, Dark, not 'q'. opt: Form field 'opt' must be a whole number from -2147483648 to 2147483647, not 'z'.
        POST /shapes/forms/cls ~name=a => 201 a 4 t  
        POST /shapes/forms/cls ~name=a&tags=x&tags=y&shade=dark&age= => 201 a 4 x|y  Dark
        POST /shapes/forms/cls ~age=x => 400 name: Missing required form field 'name'. age: Form field 'age' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/st ~b=q => 201 9 q
        POST /shapes/forms/st ~a=1 => 201 1 b
        POST /shapes/forms/rs ~a=1 => 201 1 2
        POST /shapes/forms/rs ~ => 400 a: Missing required form field 'a'.
        POST /shapes/forms/rsnull ~ => 201 
        POST /shapes/forms/rsnull ~b=2 => 400 a: Missing required form field 'a'.
        POST /shapes/forms/nested ~one.name=a&two.a=1 => 201 a 1    
        POST /shapes/forms/nested ~one.name=a&two.a=1&three.b=2&many[0].a=1&many[1].b=2&arr[0].a=1&deep.one.name=q&deep.two.a=x => 400 three.a: Missing required form field 'three.a'. many[1].a: Missing required form field 'many[1].a'. deep.two.a: Form field 'deep.two.a' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/derived ~name=a&n=9 => 400 n: The field n must be between 1 and 5.
        POST /shapes/forms/derived ~name=a&n=2&age= => 201 a 1 2
        POST /shapes/forms/gen ~a=1&b=1&b=2 => 201 1 2
        POST /shapes/forms/gen ~a=1&b=x => 400 b: Form field 'b' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/genobj ~a.a=1&b[0].a=1 => 201 1 1
        POST /shapes/forms/renamed ~first-name=a&zip.code=b&a+b=3 => 201 a b 3
        POST /shapes/forms/renamed ~a%20b=x => 400 first-name: Missing required form field 'first-name'. zip.code: Missing required form field 'zip.code'. a b: Form field 'a b' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/assigned ~n=1 => 201 ctor 1
        POST /shapes/forms/assigned ~n=1&name=q => 201 q 1
        POST /shapes/forms/privateset ~n=1&name=q => 201 p 1
        POST /shapes/forms/vo ~a=3&b=9 => 400 b: The field b must be between 1 and 5.
        POST /shapes/forms/vo ~a=3&b=2 => 400 a: Not 3.
        POST /shapes/forms/lists ~a=1&b=dark&c=x => 201 1 1 1  
        POST /shapes/forms/lists ~a=1&b=dark&c=x&d=1&d=x&e=00000000000000000000000000000001 => 400 d: Form field 'd' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/lists ~ => 400 a: Missing required form field 'a'. b: Missing required form field 'b'. c: Missing required form field 'c'.
        POST /shapes/forms/case ~id=1&id2=2 => 201 1 2
        POST /shapes/forms/over ~ => 201 o
        POST /shapes/forms/over ~name= => 201 
        POST /shapes/forms/new ~name=x => 400 name: Form field 'name' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/new ~name=4 => 201 4
        POST /shapes/forms/prefixed ~o.name=a&name=b => 201 a b
        POST /shapes/forms/prefixed ~name=b => 400 o.name: Missing required form field 'o.name'.
        POST /shapes/forms/two ~name=x&a=1 => 201 x 1
        POST /shapes/forms/two ~name=x&a=y => 400 a: Form field 'a' must be a whole number from -2147483648 to 2147483647, not 'y'.
        POST /shapes/forms/opt ~ => 201 
        POST /shapes/forms/opt ~age=1 => 400 name: Missing required form field 'name'.
        POST /shapes/forms/group?q=1 ~name=n => 201 n 1 
        POST /shapes/forms/group?q=x ~o.b=1 => 400 name: Missing required form field 'name'. q: Query parameter 'q' must be a whole number from -2147483648 to 2147483647, not 'x'. o.a: Missing required form field 'o.a'.
        POST /shapes/forms/struct-missing ~ => 400 name: Missing required form field 'name'.
        POST /shapes/forms/collection ~n=1&m=2 => 201 2 1
        POST /shapes/forms/collection ~n=x => 400 n: Form field 'n' must be a whole number from -2147483648 to 2147483647, not 'x'.
        POST /shapes/forms/date ~d=2024-02-30&t=25:00&m=x => 400 d: Form field 'd' must be a date such as 2024-02-29, not '2024-02-30'. t: Form field 't' must be a time such as 13:30:00, not '25:00'. m: Form field 'm' must be a number, not 'x'.
        POST /shapes/forms/date ~d=2024-02-29&t=&m= => 201 2024-02-29  1.5
        POST /shapes/forms/words ~$filter=a&a[]=1&a[]=2 => 201 a 2
        POST /shapes/forms/words ~%24filter=a&a%5B%5D=1 => 201 a 1
        POST /shapes/forms/simple {"name":"a"} => 415 : The body's Content-Type 'application/json' cannot be read; 'application/x-www-form-urlencoded' or 'multipart/form-data' is accepted.
        GET /shapes/layers/allow => 200 ok
        GET /shapes/layers/deny => 401 Authentication is required.
        GET /shapes/layers/pass?x=no => 409 {"code":"x","places":[1]}
        GET /shapes/layers/typed?n=6 => 409 {"code":"n","places":[6]}
        GET /shapes/layers/typed?n=x => 400 n: Query parameter 'n' must be a whole number from -2147483648 to 2147483647, not 'x'.
        GET /shapes/layers/union^X-U:1 => 401 
        GET /shapes/layers/union^X-U:2 => 400 {"v":{"code":"u","places":[]}}
        GET /shapes/layers/union => 200 ok
        GET /shapes/layers/async => 200 ok
        GET /shapes/layers/throws?n=5 => 403 five
        GET /shapes/layers/throws?n=9 => 400 n: The field n must be between 1 and 5.
        GET /shapes/layers/ctx?id=q => 200 q
        GET /shapes/layers/tenant^X-T:z => 200 z
        GET /shapes/layers/maybe => 200 null
        GET /shapes/layers/maybe?m=2 => 200 2
        GET /shapes/layers/box => 200 2
        GET /shapes/layers/yield?id=q => 200 q!
        GET /shapes/layers/yield?id=fail => 409 {"code":"commit","places":[]}
        GET /shapes/layers/greeting => 200 helloo
        GET /shapes/layers/numbers => 200 3
        GET /shapes/layers/numbers?numbers=5 => 200 3
        GET /shapes/layers/boom/a => 418 A:BoomA
        GET /shapes/layers/boom/b?id=7 => 409 {"code":"7","places":[2]}
        GET /shapes/layers/boom/c => 409 {"code":"cc","places":[]}
        GET /shapes/layers/boom/f => 422 {"code":"f","places":[]} [X-F=1]
        GET /shapes/layers/boom/arg => 400 arg
        GET /shapes/layers/boom/skip => 500 The server failed to answer this request.
        GET /shapes/layers/boom/t => 504 {"title":"late","status":504}
        GET /shapes/layers/boom/n => 501 unsupported
        GET /shapes/layers/boom/k => 400 k: missing
        GET /shapes/layers/boom/h => 409 h
        GET /shapes/layers/stamp?s=1 => 200 ok [X-Stamp=1]
        GET /shapes/layers/stampasync^X-T:z => 200 {"v":1} [X-Tenant=z]
        GET /shapes/layers/early?early=y => 200 {"v":"y"} [X-Stamp=none]
        GET /shapes/layers/early?n=1 => 200 1 [X-Stamp=none]
        GET /shapes/layers/early?early=y&s=2 => 200 {"v":"y"} [X-Stamp=2]
        GET /shapes/layers/early2?early2=q => 201 {"code":"q","places":[]}
        GET /shapes/layers/mw => 200 ok [X-Mw=1]
        GET /shapes/layers/group?id=a&n=9 => 400 n: The field n must be between 1 and 5.
        GET /shapes/layers/group?id=a&n=2 => 200 a none 2 hello
        POST /shapes/layers/body?id=z {"v":1} => 201 1z
        POST /shapes/layers/body {"v":"x"} => 400 v: Member 'v' must be a whole number from -2147483648 to 2147483647, not "x".
        GET /shapes/layers/response => 202 {"v":1} [X-A=b]
        GET /shapes/layers/results/1 => 200 {"v":1}
        GET /shapes/layers/results/2 => 404 {"code":"2","places":[]}
        GET /shapes/layers/results/3 => 204 
        GET /shapes/layers/resultstask => 200 {"v":{"v":"x"}}
        GET /shapes/layers/resultstask?n=1 => 409 p
        GET /shapes/layers/blocking?id=b => 200 {"v":"b1"}
        GET /shapes/layers/void => 200  [X-V=1]
        GET /shapes/layers/task => 200 
        DELETE /shapes/layers/delete => 204 
        GET /shapes/layers/bytes => 200 
        GET /shapes/layers/streamed => 200 
        GET /shapes/layers/rom => 200 
        GET /shapes/layers/enum => 200 1
        GET /shapes/layers/enum?mode=2 => 400 mode: Query parameter 'mode' must be one of Off, On, not '2'.
        GET /shapes/layers/obj => 200 {"v":3}
        GET /shapes/names/a?bind=1&context=1&form=1&result=1&call=1&setup=1&report=1&value=1&since=1&before=1 => 200 10
        POST /shapes/names/httpcontext {"n":1} => 201 1
        POST /shapes/names/response {"n":1} => 201 {"n":1}
        POST /shapes/names/report {"n":9} => 400 n: The field n must be between 1 and 5.
        POST /shapes/names/respond {"n":1} => 201 {"n":1}
        POST /shapes/names/jsonanswer {"n":1} => 201 {"n":1}
        POST /shapes/names/func {"n":1} => 201 {"n":1}
        POST /shapes/names/unicode {"größe":1,"数":9} => 400 数: The field 数 must be between 1 and 5.
        POST /shapes/names/under {"_a":1,"__b":2,"class":9} => 400 class: The field class must be between 1 and 5.
        POST /shapes/names/deep1 {"n":1} => 201 {"n":1}
        POST /shapes/names/part {"n":1,"m":9} => 400 m: The field m must be between 1 and 5.
        POST /shapes/names/system {"n":2} => 201 {"n":2}
        POST /shapes/names/code {"n":2} => 201 {"n":2}
        POST /shapes/names/thing {"n":2} => 201 {"n":2}
        GET /shapes/names/headers^X-Lower:1^Cookie:a.b=5 => 200 True 1 5
        GET /shapes/names/headers^x-lower:x => 400 x-LOWER: Header 'x-LOWER' must be a whole number from -2147483648 to 2147483647, not 'x'.
        GET /shapes/names/query?$filter=a&a[]=1&a[]=2&c%2B%2B=z&%C3%BC=u => 200 a 2 z u
        GET /shapes/names/query => 400 $filter: Missing required query parameter '$filter'. a[]: Missing required query parameter 'a[]'.
        GET /shapes/names/route/1/x => 200 1 x
        GET /shapes/names/catch => 200 null
        GET /shapes/names/catch/a/b%2Fc => 200 a/b%2Fc
        GET /shapes/names/opt => 200 
        GET /shapes/names/opt/3 => 200 3
        GET /shapes/names/def => 200 7
        GET /shapes/names/cmp/a.b.c => 200 a.b c
        GET /shapes/names/nullableenum?d=monday&e=1&e=friday => 200 Monday 2
        GET /shapes/names/params?ids=1&ids=2 => 200 2
        GET /shapes/names/asp?a=1&c=2 => 200 1 2 1 2
        GET /shapes/names/names-hidden => 200 1
        GET /shapes/names/guid?g=00000000000000000000000000000001 => 200 00000000000000000000000000000001
        POST /shapes/forms/listrs ~r[0].a=1&r[1].a=2 => 201 2
        POST /shapes/forms/listrs ~r[0].a=1&r[1].b=2 => 400 r[1].a: Missing required form field 'r[1].a'.
        GET /shapes/layers/tenantnull^X-T:q => 200 q
        POST /shapes/json/internals {"a":1,"b":9,"c":9} => 400 b: The field b must be between 1 and 5.
        """";

    private static readonly string[] Shown = ["X-Stamp", "X-Tenant", "X-Mw", "X-F", "X-A", "X-V"];

    public static TheoryData<Host, string, string> Rows => Matrix.Of([.. Requests.Split('\n').Select(row => row.Split(" => ", 2)).Select(row => (row[0], row[1]))]);

    [Theory, MemberData(nameof(Rows))]
    public async Task A_feature_works_for_every_shape(Host host, string request, string expected)
    {
        var answer = await (await apps.On(host)).Ask(Parse(request));
        var headers = string.Concat(Shown.Where(answer.Headers.Contains).Select(name => $" [{name}={string.Join(',', answer.Headers.GetValues(name))}]"));
        Assert.Equal(expected, Summary.Of(answer) + headers);
    }

    private static HttpRequestMessage Parse(string request)
    {
        var words = request.Split(' ', 3);
        var (target, headers) = (words[1].Split('^')[0], words[1].Split('^')[1..]);
        var message = new HttpRequestMessage(new HttpMethod(words[0]), target);
        foreach (var header in headers)
        {
            message.Headers.TryAddWithoutValidation(header.Split(':')[0], header.Split(':')[1]);
        }

        if (words.Length > 2)
        {
            message.Content = new StringContent(words[2].TrimStart('~'));
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(words[2] is ['~', ..] ? "application/x-www-form-urlencoded" : "application/json");
        }

        return message;
    }
}

/// <summary>The app of the suite, started once on each host.</summary>
public sealed class ShapeApps : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Host, Lazy<Task<RunningApp>>> _running = new();

    public Task<RunningApp> On(Host host) => _running.GetOrAdd(host, host => new(() => RunningApp.Start(
        host,
        [typeof(Apps.Shapes.Json.Bodies), typeof(Apps.Shapes.FormObjects.FormBodies), typeof(Apps.Shapes.LayerFunctions.Layered), typeof(Apps.Shapes.NamesOfOthers.Named)]))).Value;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _running.Values)
        {
            await (await running.Value).DisposeAsync();
        }
    }
}
