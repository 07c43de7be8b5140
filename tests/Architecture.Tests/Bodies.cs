using System.Reflection;
using System.Reflection.Emit;

namespace Compliance.Architecture.Tests;

/// <summary>Finds what a type refers to: in its signatures, its locals and the instructions of its methods.</summary>
internal static class Bodies
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Mentioned(Type type) => type.Members().SelectMany(MentionedBy)
        .Concat(type.GetInterfaces())
        .Concat(type.BaseType is { } basis ? [basis] : Type.EmptyTypes)
        .Concat(type.Members().Append(type).SelectMany(member => member.CustomAttributes).Select(attribute => attribute.AttributeType))
        .SelectMany(Parts)
        .Distinct();

    /// <summary>Returns the type itself, or the types it is composed of: the element of an array, the arguments of a generic type.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    public static IEnumerable<string> Literals(MethodBase method) =>
        Instructions(method).Where(each => each.Code == OpCodes.Ldstr).Select(each => method.Module.ResolveString(each.Token));

    /// <summary>Returns the last literal before each call of a method of the given types, which usually is its argument.</summary>
    public static IEnumerable<string> LiteralsBefore(MethodBase method, IReadOnlyCollection<Type> called)
    {
        string? literal = null;

        foreach (var (code, token) in Instructions(method))
        {
            if (code == OpCodes.Ldstr)
            {
                literal = method.Module.ResolveString(token);
            }
            else if (literal is not null && code.OperandType == OperandType.InlineMethod && Resolve(method, token)?.DeclaringType is { } type && called.Contains(type))
            {
                yield return literal;
                literal = null;
            }
        }
    }

    /// <summary>Returns the methods that a method calls.</summary>
    public static IEnumerable<MethodBase> Calls(MethodBase method) => Instructions(method)
        .Where(each => each.Code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
        .Select(each => Resolve(method, each.Token))
        .OfType<MethodBase>();

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
        .OfType<MemberInfo>()
        .SelectMany(TypesOf);

    private static IEnumerable<(OpCode Code, int Token)> Instructions(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var index = 0;

        while (index < code.Length)
        {
            var value = code[index] == 0xFE ? unchecked((short)(0xFE00 | code[index + 1])) : code[index];
            var instruction = Codes[value];
            index += instruction.Size;
            var size = SizeOf(instruction.OperandType, code, index);
            yield return (instruction, size >= sizeof(int) ? BitConverter.ToInt32(code, index) : 0);
            index += size;
        }
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) =>
    [
        .. member is Type type ? [type] : Type.EmptyTypes,
        .. member.DeclaringType is { } declaring ? [declaring] : Type.EmptyTypes,
        .. member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : Type.EmptyTypes,
    ];

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;

        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    private static int SizeOf(OperandType operand, byte[] code, int index) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, index)),
        _ => 4,
    };
}
