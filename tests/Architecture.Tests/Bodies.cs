using System.Reflection;
using System.Reflection.Emit;

namespace Compliance.Architecture.Tests;

/// <summary>What a type refers to: in its signatures, its locals and the instructions of its methods.</summary>
internal static class Bodies
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Mentioned(Type type) => type.Members().SelectMany(MentionedBy).Distinct();

    public static IEnumerable<string> Literals(MethodBase method) =>
        Instructions(method).Where(each => each.Code == OpCodes.Ldstr).Select(each => method.Module.ResolveString(each.Token));

    /// <summary>The last literal before each call of a method of the given types: as a rule, its argument.</summary>
    public static IEnumerable<string> LiteralsBefore(MethodBase method, IReadOnlyCollection<Type> called)
    {
        string? literal = null;

        foreach (var (code, token) in Instructions(method))
        {
            if (code == OpCodes.Ldstr)
            {
                literal = method.Module.ResolveString(token);
            }
            else if (literal is not null && code.OperandType == OperandType.InlineMethod && Resolve(method, token) is { } type && called.Contains(type))
            {
                yield return literal;
                literal = null;
            }
        }
    }

    private static IEnumerable<Type> MentionedBy(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodBase method =>
        [
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method is MethodInfo { ReturnType: var answer } ? [answer] : Type.EmptyTypes,
            .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
            .. Called(method),
        ],
        _ => [],
    };

    private static IEnumerable<Type> Called(MethodBase method) => Instructions(method)
        .Where(each => each.Code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
        .Select(each => Resolve(method, each.Token))
        .Where(type => type is not null)!;

    private static IEnumerable<(OpCode Code, int Token)> Instructions(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var place = 0;

        while (place < code.Length)
        {
            var value = code[place] == 0xFE ? unchecked((short)(0xFE00 | code[place + 1])) : code[place];
            var instruction = Codes[value];
            place += instruction.Size;
            var size = SizeOf(instruction.OperandType, code, place);
            yield return (instruction, size >= sizeof(int) ? BitConverter.ToInt32(code, place) : 0);
            place += size;
        }
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, ofMethod);

        return member as Type ?? member?.DeclaringType;
    }

    private static int SizeOf(OperandType operand, byte[] code, int place) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, place)),
        _ => 4,
    };
}
